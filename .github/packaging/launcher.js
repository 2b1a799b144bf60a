#!/usr/bin/env node
// Starts the program that npm put beside this package for the machine it runs on.
'use strict';
const { spawn } = require('node:child_process');
const os = require('node:os');

/** The packages that may hold the program, the likeliest first. */
function candidates() {
  const plain = `comeback-journal-${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') return [plain];
  const glibc = process.report.getReport().header.glibcVersionRuntime;
  return glibc ? [plain, `${plain}-musl`] : [`${plain}-musl`];
}

function program() {
  const file = process.platform === 'win32' ? 'comeback.exe' : 'comeback';
  for (const name of candidates()) {
    try {
      return require.resolve(`${name}/bin/${file}`);
    } catch {
      // npm leaves out what is for other machines.
    }
  }
  console.error(`comeback: none of these packages is installed: ${candidates().join(', ')}`);
  console.error('npm leaves them out with --omit=optional, and where there is none for this kind of machine.');
  process.exit(1);
}

const child = spawn(program(), process.argv.slice(2), { stdio: 'inherit' });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) {
  // On a terminal Ctrl-C reaches the program by itself, and a second one would cut its end short.
  process.on(signal, () => signal === 'SIGINT' && process.stdin.isTTY || child.kill(signal));
}
child.on('error', (error) => {
  console.error(`comeback: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  for (const one of signals) process.removeAllListeners(one);
  // Ends as the program did; where a signal doesn't end us, its number does, as shells have it.
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(128 + os.constants.signals[signal]), 100);
});
