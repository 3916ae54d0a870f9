/*
 * Pieces of text that some reader of YAML, or of a value, takes for something else than another one does. They are written
 * as in JSON, except for quotes, with a bar between them.
 */
export const pieces = (written: string): string[] =>
  written
    .replace(/\n */g, '')
    .split('¦')
    .map((it) => JSON.parse(`"${it.replaceAll('"', '\\"')}"`) as string)

/** Spaces and invisible characters, by code, as they cannot be seen here. */
export const ODD_SPACES = [
  0x09, 0x0b, 0x0c, 0x0d, 0x7f, 0x85, 0xa0, 0xad, 0x61c, 0x1680, 0x180e, 0x2003, 0x2007, 0x2009, 0x200b, 0x200d, 0x200e,
  0x2028, 0x2029, 0x202e, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff, 0xfffd, 0xfffe,
].map((code) => String.fromCharCode(code))

/** Letters in two forms, outside the basic plane, half of a pair, and signs that look like others. */
export const ODD_LETTERS = pieces(String.raw`
  \u00E9¦e\u0301¦\u0301¦\uFB01¦\u212B¦漢¦😀¦\uD83D¦\uDE00¦“¦”¦„¦‘¦’¦…¦–¦\uFF1A¦£¦€¦²`)

/** Signs of YAML, alone and with what makes them one. */
export const SIGNS = pieces(String.raw`
  \n¦ ¦  ¦        ¦\n\n¦\n \n¦\r\n¦\r¦- ¦-¦\n- ¦\n- - ¦\n-\n¦\n-¦\n  - ¦: ¦:¦:\n¦ :¦ : ¦#¦ #¦ # c¦ #1¦\n# c\n¦
  \n      # c\n¦? ¦?¦\n? a\n¦!¦&¦"¦'¦""¦''¦\u0060¦[¦]¦{¦}¦,¦, ¦[]¦{}¦[a, b] # c¦[a,\n  b]¦*a¦&a ¦!t ¦|¦>¦|-\n¦
  >-\n¦|+\n¦>+\n¦|2\n¦>1-\n¦| # c\n¦\n---\n¦\n--- \n¦\n...\n¦---¦...¦%¦%YAML 1.2\n¦@¦=¦<<¦\\¦\\n¦\\x41¦~¦null¦
  \u0000¦0¦1¦x¦x-a: 1\n¦key: v\n¦\n  x¦\n\n\n  x¦ \n¦  \n   x\n¦\nx-own: a\n¦\nx-own:\n  a: b\n`)

/** Values, with further lines indented by the tab in them. */
export const VALUES = pieces(String.raw`
  ¦~¦null¦Null¦NULL¦true¦True¦no¦yes¦off¦y¦"true"¦'null'¦"~"¦""¦''¦1¦-1¦+1¦01¦1e5¦1E1¦0x1F¦0o7¦1_000¦1,000¦1.0¦
  .5¦.inf¦.nan¦12:30:45¦1:2¦2024-02-30¦2024-02-29¦2023-04-01¦2023-04¦2023¦2018/19¦2018-19¦12/13¦2019-05/2019-06¦
  1/4/23¦01/04/2023¦1.4.2023¦1-4-23¦31/12/99¦13/14/2020¦10-11-12¦2023/04/01¦April 2023¦"1/4/23"¦'  1/4/2023 '¦
  2023-04-01T00:00:00Z¦45000¦none¦None¦tbc¦…¦...¦"..."¦.¦£5m¦€1.5m¦$2k¦GBP 5m¦5m GBP¦5 USD¦8.6m¦8,600,000¦
  £8.6 million¦£1-2m¦10p¦£0¦-£5¦"£5m"¦60%¦60.5 %¦100.001%¦60¦1/3¦6 months¦1 year¦12 MONTHS¦90days¦annually¦R¦r¦
  R/A¦A/R¦ra¦red-amber¦Amber Red¦green¦G ¦AG¦amber¦Redd¦"R/A"¦'g'¦a: b¦a:b¦a :b¦a:¦:a¦a::b¦http://a.b/c#d¦a #b¦
  a # b¦a #1¦a#b¦# c¦a  #¦a #¦- a¦-a¦-¦--¦---¦? a¦?a¦!a¦!!str a¦&a b¦*a¦%a¦@a¦\u0060a¦|a¦>a¦=¦<<¦"a" b¦"a"b¦
  "a" # c¦"a"# c¦'it''s'¦'a' 'b'¦"a\\nb"¦"a\\u00e9"¦"a: b # c"¦"  a  "¦' '¦“a”¦‘a’¦“a¦a”¦„a“¦'a¦"a¦a"¦a'¦'a\\b'¦
  "S:\\new"¦S:\\new¦it's¦say "x"¦[]¦[ ]¦[a]¦[a, b]¦[ a , b ]¦[a, b,]¦[,]¦[a b, c-d]¦[1, 2]¦[a: b]¦["a", b]¦[a]b¦
  [a, b] # c¦[a, b]# c¦[a\tb]¦[null, a]¦[~]¦[a, [b]]¦[a #b]¦[2023-04-01, R/A]¦[a.b, c/d]¦[a,\n\tb]¦[a\n\t, b]¦
  [\n\ta,\n\tb,\n]¦{}¦{a: b}¦{a: 1,000}¦{a}¦{a: b} # c¦|\n\ta¦|-\n\ta¦|+\n\ta\n\n¦>\n\ta\n\tb¦>-\n\ta\n\n\tb¦
  |2\n\ta¦|2-\n\t  a¦>\n\ta\n\t  b\n\tc¦|\n\ta\n\t \n\tb¦|\n\ta\n\t     \n\tb¦|\n\ta\n \n\tb¦|\n\n\ta¦
  |\n\t\n\ta¦|\n\t  a\n\tb¦| # c\n\ta¦|\n\ta\n\t¦|\n\ta\n\t  \n¦>\n\ta\n\n\n\tb\n\t  \n¦|\n\t# a\n\tb¦
  |\n\ta: b\n\t- c¦|\na¦|¦>-¦|-¦|\n\ta  \n\tb ¦>\n\ta  \n\tb ¦|\n\ta\n# c\n\tb¦|\n\ta\n# c¦|\n\ta\n   # c¦
  >\n\t- a\n\t- b\n\n\tc¦a\n\tb¦a\n\n\tb¦a \n\tb  ¦a\n\t\n\tb¦a\n\t- b¦a\n\t-b¦a\n\t? b¦a\n\t# b¦a\n\t#b¦
  a # c\n\tb¦a\n\t"b"¦a\n\t'b¦a\n\tb: c¦a\n\tb:¦a\n\tb #1¦a\n\tb # c¦a\n\t[b]¦a\n\t{b¦a\n\t*b¦a\n\t&b¦a\n\t| b¦
  a\n\t%b¦a\n\t!b¦a\n\t---¦a\n\t...¦a\n \tb¦a\n b¦a\n\n\n\n\t  b\n\tc¦“a\n\tb”¦"a\n\tb"¦'a\n\n\tb'¦"a \\\n\tb"¦
  \n\ta¦\n\t"a"¦\n\t- a¦\n\t- a\n\t- b¦\n\t-a¦\n- a\n- b¦\n\ta: b¦\n\ta: b\n\tc: d¦\n\ta: b\n\t c: d¦
  \n\t- a: b\n\t  c: d¦\n\t-  a: b\n\t   c: d¦\n\t- - a¦\n\t- |\n\t  a¦\n\t- |\n\t a¦\n\t- a\n\t  b¦
  \n\t- a\n\tb¦\n\t- "a"\n\t- 'b'¦\n\t- [a]¦\n\t-\n\t  a¦\n\t# c\n\t- a¦\n# c\n\t- a\n # c\n\t- b¦
  \n\n\t- a\n\n\t- b\n¦# c\n\t- a¦ # c\n\ta: b¦\n\t? a\n\t: b¦\n\t- ~¦\n\t- null\n\t- ""¦\n\t- ¦
  \n\t10: a\n\t9: b¦\n\tnull: a`).concat('x'.repeat(1100), `${'x'.repeat(1030)}: y`)

/** Keys, of which a map of any keys or of known ones may think differently. */
export const KEYS = pieces(String.raw`
  <<¦null¦~¦true¦yes¦__proto__¦constructor¦toString¦hasOwnProperty¦x-own¦X-own¦x-¦1¦10¦01¦1.5¦-1¦name¦status¦
  kind¦note¦a b¦a.b¦a[b]¦a/b¦[a]¦"name"¦'a'¦? a¦- a¦é¦naïve¦name ¦ name¦a:b¦a#b¦a #b¦¦_¦schema¦sections¦
  day-order¦unknown`).concat([199, 200, 201, 1024, 1025].map((length) => 'k'.repeat(length)))
