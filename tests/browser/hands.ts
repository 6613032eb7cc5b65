/** What a person does on any page: finds a field by its label, chooses, saves a file. */
import { readFileSync } from 'node:fs';

import type { Download, Locator, Page } from 'playwright-core';

/** A field by the beginning of its label. */
export const fieldOf = (page: Page, label: string): Locator =>
  page
    .locator('input, select, textarea')
    .and(page.getByLabel(new RegExp(`^\\s*${label}`)))
    .first();

/** Types into a picker and takes the choice of that name. */
export async function chooseIn(page: Page, label: string, words: string, name: RegExp): Promise<void> {
  await fieldOf(page, label).click();
  await fieldOf(page, label).pressSequentially(words);
  await page.getByRole('option', { name }).first().click();
}

/** The bytes that a click saves, and the name of the file. */
export async function savedFile(page: Page, click: () => Promise<void>): Promise<{ bytes: Buffer; name: string }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), click()]);
  return { bytes: readFileSync(await download.path()), name: download.suggestedFilename() };
}

/** Says yes to the question on the page. */
export async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button', { name: act }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}

/** Text with its thin and unbreakable spaces as plain ones. */
export const plain = (text: string): string => text.replace(/\s/g, ' ');
