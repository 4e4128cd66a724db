import { kindAtEnd } from '../plan/document-kind.ts';
import type { PrintedLine } from '../reading/printed.ts';
import type { Front, Part } from '../structure/part.ts';
import { dateValue, namesValue, signersOf } from './names.ts';
import { sealsEntry } from './pictures.ts';
import { list, type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** The title of a part, its lines joined. */
export function titleOf({ title }: Front): string {
  return title.map(({ text }) => text.trim()).join('');
}

/** What stands above the body: title, kind, issuer, number, addressee, date. */
export function headOf(first: Part, main: Part, hasNotice: boolean): Entries {
  const { front } = main;
  const title = titleOf(front);
  const kind = kindNamed(title || titleOf(first.front));
  const signers = signersOf(first.back.signers);
  const year = yearIn(title || titleOf(first.front));
  const own = hasNotice ? first.front : front;
  return [
    ...entry('标题', title),
    ...line('副标题', front.subtitle),
    ...entry('文种', kind),
    ...(signers.length > 0 ? [{ key: '单位', value: namesValue(signers) }] : []),
    ...entry('年度', year),
    ...line('发文字号', front.docNumber),
    ...line('份号', own.copyNumber),
    ...line('密级', own.secrecy),
    ...line('紧急程度', own.urgency),
    ...entry('签发人', own.signatory?.text.replace(/^[签簽][发發]人[：:]\s*/, '')),
    ...entry('主送', addressee(front.addressee)),
    ...entry('日期', first.back.date && dateValue(first.back.date.text)),
    ...sealsEntry(first.back, signers),
    ...redHead(own, signers),
  ];
}

/** The kind that a title names; a 手册 is set as a 清单 is, but is none. */
function kindNamed(title: string): string | undefined {
  const name = kindAtEnd(title)?.name;
  return name === '清单' && !/清[单單]/.test(title) ? undefined : name;
}

/** 2026, or the first and the last of several: 2025—2027. */
function yearIn(title: string): string | undefined {
  const [, first, last] =
    /((?:19|20)\d{2})(?:年?(?:[—–－~～至-]|——)((?:19|20)\d{2}))?(?=年)/.exec(
      title.replace(/[ \t\u3000]/g, ''),
    ) ?? [];
  return first && last && Number(last) > Number(first) ? `${first}—${last}` : (last ?? first);
}

export function entry(key: string, value: string | undefined): Entries {
  return value ? [{ key, value }] : [];
}

export function line(key: string, printed: PrintedLine | undefined): Entries {
  return entry(key, printed?.text.trim());
}

export function addressee(printed: PrintedLine | undefined): string | undefined {
  return printed?.text.trim().replace(/[：:]$/, '');
}

/** 平安镇人民政府文件 is what its issuer makes of itself; orders, minutes and letters have forms of their own. */
function redHead({ marks, title }: Front, signers: readonly string[]): Entries {
  const words = marks.map(({ text }) => text.replace(/[ \t\u3000]/g, ''));
  const [only = ''] = words;
  if (words.length === 0) return [];
  const style = /令$/.test(only)
    ? '命令'
    : /纪要$/.test(only)
      ? '纪要'
      : /文件$/.test(only) || title.length === 0
        ? undefined
        : '信函';
  const usual = {
    命令: `${signers[0]}令`,
    纪要: `${signers[0]}纪要`,
    信函: signers[0],
    文件: `${signers[0]}文件`,
  }[style ?? '文件'];
  const names = words.map((word) => word.replace(/文件$/, ''));
  const isUsual =
    words.length === 1 ? only === usual && signers.length === 1 : names.join() === signers.join();
  const mark: Value = words.length === 1 ? only : list(names, true);
  const fields = [...entry('式样', style), ...(isUsual ? [] : [{ key: '标志', value: mark }])];
  const value = isUsual && !style ? '是' : style || words.length > 1 ? map(fields) : mark;
  return [{ key: '版式', value: map([{ key: '红头', value }]) }];
}
