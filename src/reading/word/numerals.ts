import { circled, han } from '../../text/numerals.ts';

/** ECMA-376 17.18.59: how numbers are written. What has no numeral for a number writes it in digits. */
export function numeral(format: string, value: number): string {
  const sequence = sequences[format];
  if (sequence) return [...sequence][value - 1] ?? String(value);
  return (formats[format] ?? String)(value);
}

const sequences: Record<string, string> = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  aiueo: 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ',
  aiueoFullWidth:
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  iroha: 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ',
  irohaFullWidth:
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ganada: '가나다라마바사아자차카타파하',
  chosung: 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ',
};

const places = (digits: string) => (value: number) =>
  [...String(value)].map((digit) => digits.charAt(Number(digit))).join('');

const counted = (digits: string, units: string) => (value: number) =>
  [...han(value)]
    .map(
      (sign) => digits.charAt('零一二三四五六七八九'.indexOf(sign)) || units.charAt('十百千'.indexOf(sign)),
    )
    .join('');

/** A ten says how many tens there are, the first one too. */
const legal = (digits: string, units: string) => {
  const count = counted(digits, units);
  return (value: number) => (value >= 10 && value < 20 ? digits.charAt(1) : '') + count(value);
};

/** Japanese says neither “one hundred” nor the empty places. */
const japanese = (value: number) => han(value).replace(/一(?=[百千])|零/g, '');

const romans: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let [left, written] = [value < 1 || value > 9999 ? 0 : value, ''];
  for (const [worth, sign] of romans) for (; left >= worth; left -= worth) written += sign;
  return written || String(value);
}

/** A to Z, then AA to ZZ. */
function letter(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
}

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const circle = (value: number) => (value >= 1 && value <= 50 ? circled(value) : String(value));
const fullWidth = places('０１２３４５６７８９');
const digital = places('〇一二三四五六七八九');

const formats: Record<string, (value: number) => string> = {
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: japanese,
  ideographDigital: digital,
  japaneseDigitalTenThousand: digital,
  taiwaneseDigital: places('○一二三四五六七八九'),
  chineseLegalSimplified: legal('零壹贰叁肆伍陆柒捌玖', '拾佰仟'),
  ideographLegalTraditional: legal('零壹貳參肆伍陸柒捌玖', '拾佰仟'),
  japaneseLegal: legal('〇壱弐参四伍六七八九', '拾百阡'),
  koreanDigital: places('영일이삼사오육칠팔구'),
  koreanDigital2: places('零一二三四五六七八九'),
  koreanCounting: counted('영일이삼사오육칠팔구', '십백천'),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60
      ? stems.charAt((value - 1) % 10) + branches.charAt((value - 1) % 12)
      : String(value),
  decimalEnclosedCircle: circle,
  decimalEnclosedCircleChinese: circle,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal,
  none: () => '',
};
