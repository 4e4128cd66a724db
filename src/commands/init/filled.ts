import { starter } from '../../io/starters.ts';

/** What a starting plan is filled with. */
export interface Filling {
  kind: string;
  unit: string;
  /** Made of the unit, the year and the kind where it isn't given. */
  title?: string | undefined;
  year: number;
  today: Date;
  /** For many villages, a row of a table each. */
  villages: boolean;
}

const schemaLine = '# yaml-language-server: $schema=./pingan.schema.json\n';
const remark = '# 这是写满的样子，逐句改成自己的；每行“#”后面的话不印。\n';

/** A plan that can be made as it is. */
export function filled({ kind, unit, title, year, today, villages }: Filling): string {
  const issuer = villages ? '{{村名}}村民委员会' : unit;
  const values: Record<string, string> = {
    单位: issuer,
    简称: villages ? '{{村名}}' : short(unit),
    年: `${year}`,
    日期: [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((each) => `${each}`.padStart(2, '0'))
      .join('-'),
  };
  const lines = starter(`plans/${kind}.yaml`)
    .split('\n')
    .filter((line) => !villages || !line.startsWith('联系:'))
    .map((line) =>
      line.startsWith('标题:') && title !== undefined ? `标题: ${quotedIfNeeded(title)}` : line,
    )
    .map((line) => line.replace(/^主送: 各村.*/, (usual) => below(issuer) ?? usual))
    .map((line) => line.replace(/@([^@\s]+)@/gu, (whole, name: string) => values[name] ?? whole))
    // What begins with braces has to stand in quotes.
    .map((line) => line.replace(/^(\s*[^\s:]+: )(\{\{.*)$/u, '$1"$2"'));
  const text = lines.join('\n');
  const plan = villages ? text.replace(/^(日期:.*\n)/m, `$1${starter('各村.yaml')}`) : text;
  return schemaLine + remark + plan;
}

/** Whom a village or a community writes to, which has no villages below it. */
function below(issuer: string): string | undefined {
  if (/村(?:民?委员?会)?$/u.test(issuer)) return '主送: 各村民小组、各网格';
  return /(?:居民委员会|居委会|社区)$/u.test(issuer) ? '主送: 各居民小组、各网格' : undefined;
}

/** 平安镇人民政府 → 平安镇: what stands in titles. */
function short(unit: string): string {
  return unit.replace(/(?<=.{2})(?:人民政府|村民委员会|居民委员会|街道办事处|委员会|办公室)$/u, '') || unit;
}

function quotedIfNeeded(text: string): string {
  return /^[\p{L}\p{N}《“（]/u.test(text) && !/:(?:\s|$)|\s#|[{}[\]"\\]/u.test(text)
    ? text
    : JSON.stringify(text);
}
