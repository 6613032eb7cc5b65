import { isEmail } from 'class-validator';

import { mailProblems } from './mail-error';

const LONGEST_SUBJECT = 250;

/** Whether mail can be addressed to it: one address, without name, comment or line break. */
export function isMailAddress(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.length <= 254 && isEmail(text);
}

/** @throws mail-address-invalid */
export function mailAddress(text: string): string {
  const address = text.trim();
  if (!isMailAddress(address)) throw mailProblems.create('mail-address-invalid', { address: oneLine(text) });
  return address;
}

/** A header is one line: what would begin another one becomes a space. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

const MARK = /\{\{(\w+)\}\}/g;

/** Puts the values that only the addressee may read in the place of their marks. @throws mail-too-late for one that is gone */
export function fillMarks(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(MARK, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw mailProblems.create('mail-too-late');
    return value;
  });
}

/** How the outbox shows the marks: their values are nobody's but the addressee's. */
export function hideMarks(text: string, locale: 'fr' | 'en'): string {
  return text.replace(MARK, locale === 'fr' ? '[lien personnel, masqué]' : '[personal link, hidden]');
}

const LINK = /(https?:\/\/[^\s<]+[^\s<.,;:!?)]|\{\{\w+\}\})/;

/** The text of a mail as a plain page: its paragraphs, its links, and the name of the house above. */
export function mailPage(text: string, house: string, locale: 'fr' | 'en'): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 16px">${withLinks(paragraph)}</p>`);
  return `<!DOCTYPE html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(house)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1d1b18;font:16px/1.5 Georgia,serif">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0 0 24px;padding-bottom:12px;border-bottom:1px solid #c9c2b6;font-weight:bold">${escapeHtml(house)}</p>
${paragraphs.join('\n')}
</div></body></html>`;
}

function withLinks(paragraph: string): string {
  return paragraph
    .split(new RegExp(LINK, 'g'))
    .map((part) =>
      LINK.test(part)
        ? `<a href="${escapeHtml(part)}" style="color:#1f5c63">${escapeHtml(part)}</a>`
        : escapeHtml(part).replaceAll('\n', '<br>'),
    )
    .join('');
}
