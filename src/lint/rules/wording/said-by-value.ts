import { textNamed } from '../../../plan/variables.ts';
import { writtenTwice } from '../../joints.ts';
import { rule } from '../../rule.ts';

const advice = '变量的值里写了的，旁边不再写；或者从值里去掉。';

export default rule({
  id: 'wording/said-by-value',
  title: '变量的值里有的，旁边又写了一遍',
  why: '值是“12户”，文字里又写“{{户数}}户”，印出来就是“12户户”；值的末尾有标点的，也会印成两个。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, joints }, tell) {
    for (const [name, beside] of joints) {
      const value = textNamed(plan.variables ?? {}, name);
      if (value === undefined) continue;
      for (const { joint, twice } of writtenTwice(value, beside)) {
        const { passage, from, to } = joint;
        tell(passage.span(from, to), `“${name}”的值是“${value.slice(0, 20)}”，这里会印成“${twice}”。`, {
          advice,
        });
      }
    }
  },
  value(value, name, tell, { joints }) {
    const [found] = writtenTwice(value, joints.get(name) ?? []);
    if (found === undefined) return;
    const said = `${found.joint.before.slice(-4)}{{${name}}}${found.joint.after.slice(0, 4)}`;
    tell({ start: 0, end: value.length }, `计划里写的是“${said}”，会印成“${found.twice}”。`, { advice });
  },
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
变量: {户数: 12户, 占比: 15%, 支书: {姓名: 周守平。}, 办法: 《办法》, 开工: 2026-03-05}
正文: |
  全村⟦{{户数}}⟧户，占⟦{{占比}}⟧%，依照《⟦{{办法}}⟧》，⟦{{开工}}⟧日开工。由{{#if 支书}}⟦{{支书.姓名}}⟧{{/if}}，下同。
`,
        right: `标题: 平安镇2026年工作要点
变量: {户数: 12, 占比: 15%, 支书: {姓名: 周守平}, 办法: 《办法》, 开工: 2026-03-05}
正文: |
  全村{{户数}}户，占{{占比}}，依照{{办法}}，{{开工}}开工。由{{#if 支书}}{{支书.姓名}}{{/if}}，下同。
`,
        in: 'plan',
      },
      {
        wrong:
          "标题: 题\n变量: {名次: 第三名, 数: 约120户, 款: ¥5}\n正文: '第⟦{{名次}}⟧，约⟦{{数}}⟧，¥⟦{{款}}⟧。'\n",
        right: "标题: 题\n变量: {名次: 第三名, 数: 约120户, 款: ¥5}\n正文: '{{名次}}，{{数}}，{{款}}。'\n",
        in: 'plan',
      },
      {
        wrong:
          "标题: 题\n变量: {面积: 12平方米, 户数: 约3户, 占比: 15％}\n正文: '面积⟦{{面积}}⟧平方米，约**⟦{{户数}}⟧**，占⟦{{占比}}⟧％。'\n",
        right:
          "标题: 题\n变量: {面积: 12平方米, 户数: 约3户, 占比: 15％}\n正文: '面积{{面积}}，**{{户数}}**，占{{占比}}。'\n",
        in: 'plan',
      },
    ],
    silent: [
      "标题: 题\n变量: {园: 家和}\n正文: '建设{{园}}和谐小区。'\n",
      "标题: 题\n变量: {村: 三村, 镇: 柳溪镇, 人: 张三（主任）, 年: 2026年, 日: 5日, 引: 《办法》}\n正文: '{{村}}村民，{{镇}}镇直单位，（由{{人}}）负责，{{年}}年底，{{日}}日常巡查，《关于{{引}}的通知》，{{村}}{{镇}}。'\n",
    ],
  }),
});
