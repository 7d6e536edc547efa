// Writes small, valid e-mail messages for the live webmail; all people in them are invented.

export interface MailParts {
  from: string;
  to: string;
  cc?: string;
  replyTo?: string;
  subject: string;
  text?: string;
  /** The body as HTML, instead of text. */
  html?: string;
}

let count = 0;

/** One RFC 5322 message; names outside ASCII are encoded as the standard asks. */
export function mail(parts: MailParts): string {
  count += 1;
  const headers: [string, string | undefined][] = [
    ['From', encodeNames(parts.from)],
    ['To', encodeNames(parts.to)],
    ['Cc', parts.cc === undefined ? undefined : encodeNames(parts.cc)],
    ['Reply-To', parts.replyTo === undefined ? undefined : encodeNames(parts.replyTo)],
    ['Subject', encodeWord(parts.subject)],
    ['Date', new Date().toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<live-${process.pid}-${count}@shop.example>`],
    ['MIME-Version', '1.0'],
    ['Content-Type', `text/${parts.html === undefined ? 'plain' : 'html'}; charset=utf-8`],
    ['Content-Transfer-Encoding', '8bit'],
  ];
  const lines = headers.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `${lines.join('\n')}\n\n${parts.html ?? parts.text ?? 'Hello.'}\n`;
}

function encodeWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** Only display names are encoded; the address between angle brackets stays as it is. */
function encodeNames(list: string): string {
  return list.replace(
    /(^|,\s*)([^<>,]*[^\x20-\x7e][^<>,]*?)\s*</g,
    (_, before: string, name: string) => `${before}${encodeWord(name)} <`,
  );
}
