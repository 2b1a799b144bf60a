// Makes the picture at the top of README of the demo's home page, as it is built:
//
//     comeback build --output target/demo && DEMO=target/demo node tests/web/picture.js
import { fileURLToPath } from 'node:url';
import { serve } from './server.js';
import { launch } from './start.js';

const server = await serve(process.env.DEMO);
const browser = await launch();
// As wide as README is shown on a desk, and as tall as the pain timeline with the first of what its numbers stand for.
const page = await browser.newPage({ viewport: { width: 1200, height: 1165 } });
await page.goto(server.origin, { waitUntil: 'networkidle' });
await page.screenshot({ path: fileURLToPath(new URL('../../.github/demo.png', import.meta.url)) });
await browser.close();
server.close();
