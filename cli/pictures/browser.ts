/** Finding a browser: one that is named, one that is installed, or the one that comes through npm. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'puppeteer';

/** An optional part that is not there; the message names the command that installs it. */
export class MissingTool extends Error {
  override readonly name = 'MissingTool';
}

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))), MAC];
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The browser to use: its executable and the arguments it needs. @throws {MissingTool} where there is none */
export async function executable(): Promise<{ readonly executablePath: string; readonly args: readonly string[] }> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const named = process.env.PUPPETEER_EXECUTABLE_PATH || installed();
  if (named !== undefined) return { executablePath: named, args: asRoot };
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return { executablePath: await chromium.executablePath(), args: [...chromium.args, ...asRoot] };
  } catch {
    throw new MissingTool('pictures need a browser: npm install --save-dev @sparticuz/chromium, or install Chromium');
  }
}

/** Starts a headless browser. @throws {MissingTool} where there is none, or it does not start. */
export async function launch(): Promise<Browser> {
  let puppeteer: typeof import('puppeteer');
  try {
    puppeteer = await import('puppeteer');
  } catch {
    throw new MissingTool(
      'pictures need puppeteer: npm install --save-dev puppeteer @mermaid-js/mermaid-cli @sparticuz/chromium',
    );
  }
  const { executablePath, args } = await executable();
  try {
    return await puppeteer.launch({ executablePath, args: [...args], headless: true });
  } catch (thrown) {
    throw new MissingTool(
      `the browser ${executablePath} does not start: ${(thrown as Error).message.split('\n')[0]}\nName another one in PUPPETEER_EXECUTABLE_PATH`,
    );
  }
}
