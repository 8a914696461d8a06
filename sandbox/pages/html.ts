/** The text is HTML already. Only `html` creates this type, so nothing gets into a page unescaped. */
export type Html = { readonly html: string };

type Interpolated = Html | string | number | false | undefined | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(parts: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += interpolate(value) + (parts[index + 1] ?? '');
  return { html: text };
}

function interpolate(value: Interpolated): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  return value.map((one) => one.html).join('');
}
