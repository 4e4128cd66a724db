// Spectral with rules of the same kind: patterns over every text of a plan, and keys that must be there.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'peers');
const han = '[\\u4e00-\\u9fff]';

/** What no text may contain; the half of pingan's rules that a pattern can say, more or less. */
const patterns = [
  `${han}[,;:?!]${han}`,
  `${han}\\.$`,
  `${han}\\(`,
  '（[^（）]*\\)',
  `["']${han}`,
  '[″′]',
  '《[^》]*<',
  '》、《',
  '”、“',
  '[\\[（【](19|20)\\d{2}[\\]）】]\\d+号',
  '〔\\d{4}〕第',
  '([，。；：、])\\1',
  '[，、；：][，。；：、]',
  '\\.\\.\\.',
  '……等',
  '(?<!-)--(?!-)',
  '[%％]{2,}',
  '[０-９]',
  '[•‧・]',
  '^[一二三四五六七八九十]+[、.．]',
  '^\\d{1,2}、',
  '[（(][一二三四五六七八九十\\d]+[)）][、.．，]',
  '(\\d{4}年)[、，和及]?\\1',
  '(?<!\\d)\\d{2}年\\d{1,2}月',
  '年0\\d月',
  '\\d+-\\d+%',
  '(减少|降低|下降)\\d+倍',
  '[×xX]{2,}|某某|待定|TODO',
  '\\$\\{',
  '【[^】]*(核实|补充)',
  '布署|攻府|秸杆|再接再励',
  '登陆[^，。]{0,10}(平台|系统)',
  '帐[户号目]|台帐',
  '安监局',
  '[應羣為與]',
  '涉及到|付诸于',
  '截止(目前|\\d)',
  '的的|了了',
  '加强加强',
  '万无一失',
];
const required = ['标题', '单位', '年度', '日期', '主送', '工作目标', '组织机构', '主要任务', '工作要求'];

/** Spectral calls what a rule does `then`. */
const ruleOf = (given, then) =>
  Object.fromEntries([
    ['given', given],
    ['severity', 'warn'],
    ['then', then],
  ]);

/** A function that lints a plan with Spectral and tells how many findings there are; undefined where it can't be installed. */
export async function spectral() {
  if (!existsSync(path.join(folder, 'node_modules'))) {
    try {
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: folder,
        stdio: 'ignore',
        shell: process.platform === 'win32',
      });
    } catch {
      return undefined;
    }
  }
  const from = createRequire(path.join(folder, 'package.json'));
  const { Spectral, Document } = from('@stoplight/spectral-core');
  const { pattern, truthy } = from('@stoplight/spectral-functions');
  const { Yaml } = from('@stoplight/spectral-parsers');
  const linter = new Spectral();
  const rules = {};
  patterns.forEach((notMatch, index) => {
    rules[`pattern-${index}`] = ruleOf('$..*', { function: pattern, functionOptions: { notMatch } });
  });
  for (const field of required) rules[`required-${field}`] = ruleOf('$', { field, function: truthy });
  linter.setRuleset({ rules });
  return async (source) => (await linter.run(new Document(source, Yaml, 'plan.yaml'))).length;
}
