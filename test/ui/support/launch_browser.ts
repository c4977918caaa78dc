import sparticuz from '@sparticuz/chromium';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Names under which systems install Chrome or Chromium. */
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
/** Usual places outside of `PATH`. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
];

/** Quiet, and no network of its own. `--no-sandbox`: containers have no user namespaces. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us: the next place is looked at.
    return false;
  }
};

const installedBrowser = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    process.env.CHROME_PATH ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    ...PLACES,
  ];
  return candidates.find((file) => file !== '' && isProgram(file));
};

/** Starts a real browser: the installed Chrome or Chromium (`CHROME_PATH` goes first), else the one from npm. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = installedBrowser() ?? (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
};
