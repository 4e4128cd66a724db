import type { Refusal as OutlineRefusal } from '../outline/outline.ts';
import { circled, han } from '../text/numerals.ts';

/** A place where texts aren't parted is one more reason. */
export type Refusal = Omit<OutlineRefusal, 'why'> & { why: OutlineRefusal['why'] | 'place' };

interface Told {
  message: string;
  advice: string;
}

const list = '要由程序编号，就写成列表，一条前面一个“- ”，不打序号。';

/** Why numbers that were typed are printed as they stand, and what can be done about it. */
export function told({ at: { ordinal }, why, expected }: Refusal): Told {
  const typed = `“${ordinal.text}”`;
  const right = expected ? `“${shown(expected.form, expected.value)}”` : '';
  switch (why) {
    case 'form':
      return left(`${typed}不是这一级的序号，这一级编的是${right}`, `${list}序号的样子在“编号”里定。`);
    case 'deep':
      return left(`${typed}比“编号”的各级都深`, '在“编号: {层次: […]}”里加一级，或把内容并到上一级。');
    case 'alone':
      return left(`只有一个${typed}`, '只有一条的不用序号；漏了别的就补上。');
    case 'start':
      return left(
        `序号从${typed}开始，应从${right}开始`,
        '看看是不是漏了前面的；在全文里连续编号的，在“编号”里写“连续: [2]”，2 是第几级。',
      );
    case 'gap':
      return left(`${typed}前面没有${right}`, '看看是漏了一条还是写错了序号。');
    case 'repeat':
      return left(`${typed}前面已经有了，这里应是${right}`, '看看是写错了序号，还是下一级用了上一级的序号。');
    case 'empty':
      return left(`${typed}后面没有字`, '填上内容；用不着就删去。');
    case 'unsure':
      return left(
        `${typed}这一行看不出是标题，还是一句话的前半句`,
        '是标题的，与下文之间空一行；是一句话的，写在一行里。',
      );
    case 'torn':
      return left('条件或粗体从一条里跨到了另一条', `每一条里的“{{#if}}”和“**”各自成对。${list}`);
    case 'place':
      return left(`这里的文字不分条，${typed}不由程序编`, '要由程序编号，写到“正文”或“条目”里。');
  }
}

function left(message: string, advice: string): Told {
  return { message: `${message}，手打的序号照原样印。`, advice };
}

function shown(form: string, value: number): string {
  return form.replace('一', han(value)).replace('①', circled(value)).replace('1', String(value));
}
