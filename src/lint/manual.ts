import { severityNames } from '../schema/problem.ts';
import { grouped } from '../text/groups.ts';
import { groupOf } from './lint.ts';
import type { PassageKind } from './passage.ts';
import type { Example, Preset, Rule } from './rule.ts';

/** The groups of rules, as a reader calls them. */
const groupNames: Record<string, string> = {
  yaml: 'YAML 的写法',
  plan: '计划的各项',
  structure: '结构',
  org: '组织机构',
  goal: '目标',
  task: '任务',
  numbering: '序号',
  punct: '标点',
  num: '数字',
  date: '日期',
  leftover: '没有清理的痕迹',
  wording: '用词',
  consistency: '前后一致',
  layout: '版面',
  lint: '停用规则的注释',
  config: '配置文件',
};

const presetNames: Record<Preset, string> = {
  essential: 'essential（必查）',
  recommended: 'recommended（不写就是它）',
  strict: 'strict（从严）',
};

const fixes: Record<Rule['fix'], string> = {
  safe: '`--fix`',
  unsafe: '`--fix unsafe`，改后要核对',
  none: '要人来改',
};

/** Where the text of an example stands, when it is neither running text nor a whole file. */
const places: Partial<Record<PassageKind, string>> = {
  documentTitle: '文件标题',
  title: '标题',
  person: '姓名',
  post: '职务',
  unit: '单位',
  documentNumber: '文号',
  citedTitle: '文件名称',
  date: '日期',
  deadline: '时限',
  indicator: '指标',
  value: '指标的值',
  cell: '表格',
  variable: '变量',
};

/** The manual page of a rule, in Markdown that reads well on a terminal too. */
export function page(rule: Rule): string {
  const { id, title, why, basis, level, preset, since } = rule;
  const texts = rule.texts();
  const facts = [
    ['级别', severityNames[level]],
    ['预设', presetNames[preset]],
    ['修改', fixes[rule.fix]],
    ['依据', basis],
    ['始于', since],
  ];
  return paragraphs([
    `# ${title}`,
    `\`${id}\``,
    facts.map(([name, value]) => `- ${name}：${value}`).join('\n'),
    why,
    texts.examples.some(({ against }) => against !== undefined) &&
      '与去年的文件对照才查：`pingan lint 计划.yaml --against 去年.yaml`。',
    ...examplesOf(texts.examples),
    ...listed('不会误报', '下面这些写法是对的，不报。', texts.silent, rule),
    ...listed(
      '已知误报',
      '下面这些写法是对的，但会报；遇到了请停用。',
      texts.knownFalsePositives ?? [],
      rule,
    ),
    ...options(rule),
    ...switchingOff(rule),
  ]);
}

/** A table of all rules, group by group, with links to their pages. */
export function index(rules: readonly Rule[]): string {
  const groups = grouped(rules, groupOf);
  return paragraphs([
    '# 检查规则',
    `共 ${rules.length} 条。级别：错误一定要改，警告多半要改，提示供参考。预设一个比一个严，后一个包括前一个：essential、recommended（不写就是它）、strict。修改：\`--fix\` 能改的写“改”，改后要核对、加 \`--fix unsafe\` 才改的写“试改”。`,
    '怎么用见[检查计划](../lint.md)。',
    ...[...groups].flatMap(([group, members]) => [
      `## ${group}/ ${groupNames[group] ?? ''}`.trimEnd(),
      ['| 规则 | 查什么 | 级别 | 预设 | 修改 |', '| --- | --- | --- | --- | --- |', ...members.map(row)].join(
        '\n',
      ),
    ]),
  ]);
}

function row({ id, title, level, preset, fix }: Rule): string {
  const mended = { safe: '改', unsafe: '试改', none: '' }[fix];
  return `| [${id}](${id}.md) | ${title.replaceAll('|', '\\|')} | ${severityNames[level]} | ${preset} | ${mended} |`;
}

function examplesOf(examples: readonly Example[]): string[] {
  if (examples.length === 0) return [];
  // Marks must differ from what the texts themselves contain.
  const [open, close] = examples.some(({ wrong }) => wrong.includes('【')) ? ['⟦', '⟧'] : ['【', '】'];
  const marked = (text: string) => text.replaceAll('⟦', open ?? '').replaceAll('⟧', close ?? '');
  return [
    '## 例子',
    `${open} ${close} 里是查出的字。`,
    ...examples.flatMap((example) => {
      const { wrong, right, against, in: place } = example;
      const where = [place && places[place as PassageKind], chosen(example)].filter(Boolean).join('，');
      return [
        ...(against === undefined ? [] : ['去年的文件：', fenced(against, place)]),
        where === '' ? '错误：' : `错误（${where}）：`,
        fenced(marked(wrong), place),
        '正确：',
        fenced(right, place),
      ];
    }),
  ];
}

/** The settings of an example, by the names that a configuration gives them. */
function chosen({ options = {} }: Example): string {
  const said = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return said.length === 0 ? '' : `选项 ${said.join('，')}`;
}

function listed(title: string, introduction: string, texts: readonly string[], rule: Rule): string[] {
  if (texts.length === 0) return [];
  const place = rule.texts().examples[0]?.in;
  const blocks = isFile(place) ? texts.map((text) => fenced(text, place)) : [fenced(texts.join('\n'), place)];
  return [`## ${title}`, introduction, ...blocks];
}

function options({ id, options }: Rule): string[] {
  if (options === undefined) return [];
  const keys = Object.values(options.keys);
  return [
    '## 选项',
    keys
      .map(({ label, schema, note }) =>
        `- \`${label}\`：${note}。写${schema.expects}。`.replaceAll('。。', '。'),
      )
      .join('\n'),
    '写在配置文件里，与级别并列：',
    fenced(`规则:\n  ${id}: { 级别: 警告, ${keys[0]?.label ?? ''}: … }`, 'plan'),
  ];
}

function switchingOff(rule: Rule): string[] {
  const { id } = rule;
  if (rule.onPages)
    return [
      '## 停用',
      '这是排版面时看出来的：`pingan gen`、`pingan batch` 总是说，`pingan lint` 只对可能有这样问题的计划排一遍。',
      '`lint` 不说：在它前一行写注释，“--”后面写原因。',
      fenced(`# pingan-disable-next ${id} -- 原因`, 'plan'),
    ];
  if (rule.foundBy === 'making')
    return [
      '## 停用',
      '这是生成文件时查的，不能停用：`pingan gen`、`pingan batch` 和编辑器说，`pingan lint` 不生成文件，只说不生成也看得出的。',
    ];
  if (isReaders(rule)) return ['## 停用', '这是读文件时查的，错误不能停用：读不懂的内容不会印出来。'];
  return [
    '## 停用',
    '某一处不查：在它前一行写注释，“--”后面写原因。',
    fenced(`# pingan-disable-next ${id} -- 原因`, 'plan'),
    '都不查：写在 pingan.config.yaml 里；改级别也在这里，关换成错误、警告或提示。',
    fenced(`规则:\n  ${id}: 关`, 'plan'),
  ];
}

/** Whether the problem is found by the reader of plans, which needs no rule to look. */
function isReaders({ passage, plan }: Rule): boolean {
  return passage === undefined && plan === undefined;
}

function isFile(place: Example['in']): boolean {
  return place === 'plan' || place === 'source';
}

/** Characters that nobody would see. */
const unseen = /[\p{Cf}\p{Co}\u2028\u2029\u3164]|[^\P{Cc}\n\t]/gu;

/** Nothing in a fence is taken for markup. */
function fenced(text: string, place: Example['in']): string {
  const shown = text.replace(
    unseen,
    (found) => `‹U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
  return `\`\`\`${isFile(place) ? 'yaml' : 'text'}\n${shown.replace(/\n$/, '')}\n\`\`\``;
}

function paragraphs(parts: readonly (string | false)[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
