/** A pattern as apps have it, with texts that match and texts that do not. */
export interface EverydayPattern {
  readonly name: string;
  readonly pattern: string;
  readonly matching: readonly string[];
  readonly other: readonly string[];
}

export const EVERYDAY_PATTERNS: readonly EverydayPattern[] = [
  { name: 'an e-mail address', pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', matching: ['ann@example.com', 'a.b+c@d.e.f'], other: ['ann@example', 'a b@c.d', 'a@b@c.d'] },
  { name: 'an e-mail address of limited length', pattern: '^(?=.{1,254}$)(?=.{1,64}@)[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$', matching: ['ann@example.com'], other: [`${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(260)}.com`] },
  { name: 'an e-mail address as HTML has it', pattern: "^[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$", matching: ['ann@example.com', 'a@b'], other: ['ann@-example.com', `a@${'b'.repeat(64)}`] },
  { name: 'an address at one domain', pattern: '^.+@example\\.com$', matching: ['ann@example.com', '@@example.com'], other: ['@example.com', 'ann@example.com.org'] },
  { name: 'a password rule', pattern: '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[^\\w\\s]).{8,}$', matching: ['aB3$efgh'], other: ['aB3$efg', 'ab3$efgh', 'aB3defgh'] },
  { name: 'a number at the end', pattern: '\\d+$', matching: ['a1', '12'], other: ['1a', ''] },
  { name: 'a slug', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', matching: ['a', 'a-b-2'], other: ['-a', 'a--b', 'A'] },
  { name: 'a user name', pattern: '^[A-Za-z_][A-Za-z0-9_.-]{2,31}$', matching: ['ann', '_a.b-c'], other: ['an', '1ann', 'a'.repeat(33)] },
  { name: 'a name in any script', pattern: "^[\\p{L}\\p{M}]+(?:[ '\\u2019-][\\p{L}\\p{M}]+)*$", matching: ['Ann-Marie', "O'Hara", '\u05d3\u05d5\u05d3', '\u0905\u092d\u093f'], other: ['R2', 'Ann  Lee', '-Ann'] },
  { name: 'a date', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$', matching: ['2026-02-28'], other: ['2026-13-01', '2026-2-3'] },
  { name: 'a date and time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)$', matching: ['2026-02-28T12:00:00Z', '2026-02-28T12:00:00.123+01:00'], other: ['2026-02-28 12:00:00Z'] },
  { name: 'a telephone number (E.164)', pattern: '^\\+[1-9]\\d{1,14}$', matching: ['+4930123456'], other: ['4930123456', '+0123', `+1${'2'.repeat(15)}`] },
  { name: 'a telephone number of the United States', pattern: '^(?:\\+1[ -]?)?\\(?\\d{3}\\)?[ -]?\\d{3}-?\\d{4}$', matching: ['(555) 123-4567', '+1 555 123-4567'], other: ['555-12-4567'] },
  { name: 'a URL', pattern: '^https?://[^\\s/$.?#].[^\\s]*$', matching: ['https://example.com/a?b#c'], other: ['ftp://example.com', 'https:// a'] },
  { name: 'a host name', pattern: '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$', matching: ['a.example.com'], other: ['example', '-a.com', `${'a'.repeat(64)}.com`] },
  { name: 'an IPv4 address', pattern: '^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)$', matching: ['192.168.0.1', '255.255.255.255'], other: ['256.1.1.1', '1.2.3'] },
  { name: 'a UUID', pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$', matching: ['01234567-89ab-cdef-0123-456789abcdef'], other: ['01234567-89ab-cdef-0123-456789abcde'] },
  { name: 'a colour', pattern: '^#(?:[0-9a-f]{3}){1,2}$', matching: ['#abc', '#a1b2c3'], other: ['#abcd', 'abc'] },
  { name: 'a language tag', pattern: '^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\\d{3}))?$', matching: ['de', 'zh-Hant-TW'], other: ['DE', 'german'] },
  { name: 'an IBAN', pattern: '^[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?$', matching: ['DE89 3704 0044 0532 0130 00'], other: ['DE8 3704'] },
  { name: 'a text that is not blank', pattern: '\\S', matching: ['a', '  b'], other: ['', ' \t\n\u00a0'] },
  { name: 'a text without markup', pattern: '^(?:(?!<[a-z/]).)*$', matching: ['1 < 2', 'a<'], other: ['a<b>', '</p>'] },
];
