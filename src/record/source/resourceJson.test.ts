import { expect, test } from 'vitest';
import { resourceJson } from './resourceJson.ts';

test('the raw resource shows what nobody sees as escapes, and is the same JSON', () => {
  const sent = {
    'na\u202Eme': 'a\u202Eb\u200Bc\u2066\u{E0041}',
    note: [{ text: 'عينة\u200F غير \u0007' }],
    value: 7,
    valueText: '7.0',
  };
  const text = resourceJson(sent);
  expect(text).not.toMatch(/[\u200B\u200F\u202E\u2066\u{E0041}]/u);
  expect(text).toContain(String.raw`"na\u202eme": "a\u202eb\u200bc\u2066\udb40\udc41"`);
  expect(text).toContain('عينة');
  expect(text).toContain('"value": 7.0');
  expect(JSON.parse(text)).toEqual({ 'na\u202Eme': sent['na\u202Eme'], note: sent.note, value: 7 });
});
