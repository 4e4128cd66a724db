import { codePage, nodeVersion } from '../../io/machine.ts';
import { officeVersion } from '../../io/office.ts';
import { nodeFloor, version } from '../../version.ts';
import type { Host } from '../host.ts';
import { bad, doubt, good, type Symptom } from './symptom.ts';

/** The programs of the machine, and its terminal. */
export async function machine({ env }: Host): Promise<Symptom[]> {
  const office = await officeVersion();
  return [
    good(`pingan ${version}`),
    isOlder(nodeVersion, nodeFloor)
      ? bad(`Node.js ${nodeVersion} 太旧`, `装 Node.js ${nodeFloor} 或更新的版本（https://nodejs.org/）。`)
      : good(`Node.js ${nodeVersion}`),
    terminal(env, codePage()),
    office === undefined
      ? doubt(
          '没有找到 LibreOffice：不能生成 PDF，不能导入 .doc、.rtf',
          '要生成 PDF，装 LibreOffice（https://zh-cn.libreoffice.org）；只生成 Word 文件的不用装。',
        )
      : good(office),
  ];
}

export function isOlder(version: string, floor: string): boolean {
  const parts = (text: string) => text.split('.').map(Number);
  const [mine, least] = [parts(version), parts(floor)];
  const at = least.findIndex((part, index) => (mine[index] ?? 0) !== part);
  return at >= 0 && (mine[at] ?? 0) < (least[at] ?? 0);
}

/** How the terminal takes bytes for characters; `page` is that of Windows, where there is one. */
export function terminal(env: Host['env'], page: string | undefined): Symptom {
  if (page !== undefined) {
    const named: Record<string, string> = { '65001': 'UTF-8', '936': 'GBK', '54936': 'GB18030' };
    if (named[page]) return good(`终端编码 ${named[page]}（代码页 ${page}）`);
    return doubt(`终端编码是代码页 ${page}，显示不了汉字`, '先运行 chcp 65001，或改用 Windows Terminal。');
  }
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  if (/utf-?8$/i.test(locale.replace(/@.*/, ''))) return good(`终端编码 UTF-8（${locale}）`);
  return doubt(
    `终端编码不是 UTF-8（${locale === '' ? 'LANG 没有设' : locale}），汉字可能显示成乱码`,
    '运行 export LANG=zh_CN.UTF-8（没有这一种的写 C.UTF-8），并写进 ~/.profile。',
  );
}
