// The browser and the preview, for tests that need both.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const program = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));
const comeback = process.env.COMEBACK;

/** Starts Chromium. */
export function launch() {
  if (!program) throw new Error('no Chromium: set CHROMIUM to its path');
  return chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** Starts the preview of a site; resolves to where it is, where it is written to, and a way to end it. */
export async function preview(root, ...args) {
  if (!comeback) throw new Error('COMEBACK is the path of the program');
  const child = spawn(comeback, ['serve', '--root', root, ...args], { stdio: ['ignore', 'pipe', process.env.LOG ? 'inherit' : 'ignore'] });
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const address = async () => (await lines.next()).value.match(/http:.*/)[0];
  const { origin } = new URL(await address());
  const write = args.includes('--write') ? await address() : null;
  return { origin, write, stop: async (signal = 'SIGTERM') => { child.kill(signal); await ended; } };
}
