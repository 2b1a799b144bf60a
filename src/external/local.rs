//! Which addresses are those of this computer or of its network: a published text must not make its writer's own machine
//! ask the router at home, or a service that only listens to this machine.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::{Host, Url};

/// Ends of names that are never of the web: reserved for it, or what routers call their own network.
const LOCAL_NAMES: [&str; 8] = ["localhost", "localdomain", "local", "internal", "lan", "home", "corp", "home.arpa"];

/// Whether an address names this computer or its network without anybody being asked.
pub(super) fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => is_local_ip(ip.into()),
        Some(Host::Ipv6(ip)) => is_local_ip(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let ends_in =
                |end: &&str| name.strip_suffix(*end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            // A name of one word is looked up in the network that the computer is in.
            !name.contains('.') || LOCAL_NAMES.iter().any(ends_in)
        }
        None => false,
    }
}

/// Whether no host of the web has such an address (RFC 6890 and the registries after it).
fn is_local_ip(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_local_v4(ip),
        IpAddr::V6(ip) => is_local_v6(ip),
    }
}

fn is_local_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_multicast()
        // This network, what a provider's customers share, protocols' own, benchmarks, and what is reserved.
        || a == 0
        || (a == 100 && b & 0xc0 == 64)
        || (a, b, c) == (192, 0, 0)
        || (a == 198 && b & 0xfe == 18)
        || a >= 240
}

fn is_local_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_local_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b, c, d, e, f) {
        // `::`, `::1`, and addresses of the older kind in those of the newer: mapped, compatible, translated, 6to4.
        (0, 0, 0, 0, 0, 0 | 0xffff) => v4(g, h),
        (0, 0, 0, 0, 0xffff, 0) | (0x64, 0xff9b, 0, 0, 0, 0) => v4(g, h),
        (0x64, 0xff9b, 1, ..) => true,
        (0x2002, high, low, ..) => v4(high, low),
        // Unique local, link-local, the site-local of old, multicast.
        _ => a & 0xfe00 == 0xfc00 || a & 0xff80 == 0xfe80 || a & 0xff00 == 0xff00,
    }
}

/// Looks names up, and finds only what stands on the web.
#[derive(Debug, Default)]
pub(super) struct WebOnly<R = DefaultResolver>(pub(super) R);

/// A name leads into this computer's own network.
#[derive(Debug)]
struct LeadsHere;

impl std::fmt::Display for LeadsHere {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("its name leads to this computer or its network, which is not asked")
    }
}

impl std::error::Error for LeadsHere {}

impl<R: Resolver> Resolver for WebOnly<R> {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.0.resolve(uri, config, timeout)?;
        // Where the settings of the system name a proxy, it is the one that asks, and may well stand in the own network.
        let is_proxy = config.proxy().is_some_and(|proxy| uri.host() == Some(proxy.host()));
        let mut far = self.empty();
        for address in found.iter().filter(|address| is_proxy || !is_local_ip(address.ip())) {
            far.push(*address);
        }
        if far.is_empty() { Err(Error::Other(Box::new(LeadsHere))) } else { Ok(far) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_this_computer_and_its_network_are_known_however_they_are_written() {
        let local = [
            "localhost",
            "LOCALHOST.",
            "blog.localhost",
            "nas",
            "printer.local",
            "router.lan",
            "fritz.box.home",
            "x.home.arpa",
            "vm.internal",
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f.1",
            "0177.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.19.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[fe80::1]",
            "[fd00::1]",
            "[fec0::1]",
            "[ff02::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:192.168.0.1]",
            "[::127.0.0.1]",
            "[::ffff:0:10.0.0.1]",
            "[64:ff9b::10.0.0.1]",
            "[64:ff9b:1::1]",
            "[2002:c0a8:101::1]",
        ];
        let far = [
            "example.org",
            "localhost.example.org",
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "11.0.0.1",
            "[2001:4860:4860::8888]",
            "[::ffff:8.8.8.8]",
            "[64:ff9b::8.8.8.8]",
            "[2002:808:808::1]",
            "mylocal.example",
        ];
        let is = |host: &str| is_local(&Url::parse(&format!("http://{host}:8080/x")).expect("an address"));
        for host in local {
            assert!(is(host), "{host}");
        }
        for host in far {
            assert!(!is(host), "{host}");
        }
    }
}
