//! `comeback completions` and `comeback man`: what packages ship beside the program, made from its own options.

use super::args::{Completions, Man as Args, command};
use super::{print, println};
use crate::diag::Failure;
use clap::Command;
use clap_mangen::Man;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Prints a shell's completions.
pub(super) fn completions(args: &Completions) -> ExitCode {
    // Into memory first: the generator panics where a pipe is closed.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "comeback", &mut script);
    print(&script);
    ExitCode::SUCCESS
}

/// Prints the whole manual as one page, or writes one page for each command.
pub(super) fn man(args: &Args) -> Result<ExitCode, Failure> {
    let mut whole = command();
    whole.build();
    let Some(folder) = &args.output else {
        print(one_page(&whole).as_bytes());
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(folder).map_err(|e| Failure::io("cannot make", folder, &e))?;
    write_pages(&whole, folder)?;
    Ok(ExitCode::SUCCESS)
}

/// What holds for every command.
const ENDING: &str = r#".SH "EXIT STATUS"
.TP
0
All is well.
.TP
1
Something is wrong in the content; with \fB\-\-strict\fR warnings count too.
.TP
2
The command was mistyped, or the system failed.
.SH ENVIRONMENT
.TP
\fBSOURCE_DATE_EPOCH\fR
Seconds since 1970, whose day in UTC is taken for today where \fB\-\-today\fR is not given.
.TP
\fBVISUAL\fR, \fBEDITOR\fR
The editor that \fBcomeback new \-\-edit\fR opens.
.TP
\fBNO_COLOR\fR
If set and not empty, nothing is printed in colour.
.SH FILES
.TP
\fIsite.toml\fR
The settings of the site in the folder that holds it.
.TP
\fIcontent/journal/\fR
The entries, a markdown file each.
"#;

/// The commands below one; `help` prints what the manual has anyway.
fn documented(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|below| below.get_name() != "help")
}

/// The pages of a command and of those below it.
fn write_pages(command: &Command, folder: &Path) -> Result<(), Failure> {
    for below in documented(command) {
        write_pages(below, folder)?;
    }
    let page = Man::new(command.clone());
    let path = folder.join(page.get_filename());
    let text = roff(|out| page.render(out)) + if command.get_name() == "comeback" { ENDING } else { "" };
    fs::write(&path, text).map_err(|e| Failure::io("cannot write", &path, &e))?;
    println(&path.display().to_string());
    Ok(())
}

/// The page of the program with a section for each command.
fn one_page(whole: &Command) -> String {
    let page = Man::new(whole.clone());
    let mut text = roff(|out| page.render_title(out));
    text += &body(&roff(|out| page.render_name_section(out)));
    text += &body(&roff(|out| page.render_synopsis_section(out)));
    text += &body(&roff(|out| page.render_description_section(out)));
    text += &body(&roff(|out| page.render_options_section(out)));
    text += ".SH COMMANDS\n";
    add_commands(whole, &mut text);
    text + ENDING
}

/// The commands below one, each with its options; those of every command stand once, above.
fn add_commands(above: &Command, text: &mut String) {
    for command in documented(above) {
        let own = command.clone().mut_args(|arg| {
            let is_everywhere = arg.is_global_set() || arg.get_id() == "help";
            arg.hide(is_everywhere)
        });
        let page = Man::new(own);
        let synopsis = roff(|out| page.render_synopsis_section(out)).replace(".SH SYNOPSIS\n", "");
        let description = roff(|out| page.render_description_section(out)).replace(".SH DESCRIPTION\n", "");
        let options = roff(|out| page.render_options_section(out)).replace(".SH OPTIONS\n", "");
        // Options under a heading of their own are no section of the whole page.
        let options = options.replace(".SH ", ".PP\n.B ");
        let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
        text.push_str(&format!(".SS \"{name}\"\n{}.PP\n{}{}", body(&synopsis), body(&description), body(&options)));
        add_commands(command, text);
    }
}

/// A rendered section without the preamble that each one starts with.
fn body(section: &str) -> String {
    let is_preamble = |line: &&str| line.starts_with(".ie ") || line.starts_with(".el ");
    section.lines().skip_while(is_preamble).map(|line| format!("{line}\n")).collect()
}

/// What a renderer writes.
fn roff(render: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    // Memory takes all that is written to it.
    let _ = render(&mut out);
    String::from_utf8_lossy(&out).into_owned()
}
