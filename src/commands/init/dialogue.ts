import { confirm, intro, isCancel, multiselect, outro, select, text } from '@clack/prompts';
import { UserError } from '../../errors.ts';
import type { Host } from '../host.ts';
import { ciNames, type InitOptions } from './options.ts';
import { badUnit, type Usual } from './usual.ts';

/** Asks for what wasn't said on the command line; whoever ends the dialogue has nothing written. */
export async function asked(
  options: InitOptions,
  usual: Usual,
  dialogue: NonNullable<Host['dialogue']>,
): Promise<InitOptions> {
  const { input, output } = dialogue;
  const streams = { input, output, showInstructions: false };
  const answer = async <T>(question: Promise<T>): Promise<Exclude<T, symbol>> => {
    const given = await question;
    if (isCancel(given)) throw new UserError('没有写文件。');
    return given as Exclude<T, symbol>;
  };
  intro('写一份计划', streams);
  const kind =
    options.kind ??
    (await answer(
      select({
        ...streams,
        message: '写什么？（上下键选，回车定）',
        options: usual.kinds.map((value) => ({ value })),
        initialValue: '工作要点',
        maxItems: 8,
      }),
    ));
  const table = options.table ?? (await answer(yesOrNo('一次给许多村（社区）做吗？', streams)));
  const unit = table
    ? options.unit
    : (options.unit ??
      (await answer(
        text({
          ...streams,
          message: '单位',
          placeholder: usual.unit,
          defaultValue: usual.unit,
          validate: (typed) => badUnit(typed ?? ''),
        }),
      )));
  const year =
    options.year ??
    Number(
      await answer(
        text({
          ...streams,
          message: '年度',
          placeholder: `${usual.year(kind)}`,
          defaultValue: `${usual.year(kind)}`,
          validate: (typed) =>
            /^(?:(?:19|20|21)\d\d)?$/.test(typed ?? '') ? undefined : '四位的年份，如 2026',
        }),
      ),
    );
  const config = options.config ?? (await answer(yesOrNo('要不要检查的配置 pingan.config.yaml？', streams)));
  const ci = options.ci?.length
    ? options.ci
    : await answer(
        multiselect({
          ...streams,
          message: '要不要 CI 的设置？（空格选，回车定；不要就直接回车）',
          options: ciNames.map((value) => ({ value })),
          required: false,
        }),
      );
  outro('写好以后逐句改成自己的', streams);
  return {
    ...options,
    ...{ kind, year, ci },
    ...(unit !== undefined && { unit }),
    ...(table && { table }),
    ...(config && { config }),
  };
}

function yesOrNo(message: string, streams: NonNullable<Host['dialogue']>) {
  return confirm({ ...streams, message, active: '是', inactive: '否', initialValue: false });
}
