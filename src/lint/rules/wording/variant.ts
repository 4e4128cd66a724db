import { corrections } from '../../corrections.ts';
import { rule, running } from '../../rule.ts';

/** 第一批异形词整理表 and the forms that 现代汉语词典 prefers; the other form is no mistake. */
const variants = corrections(`
其它=其他 惟一=唯一 惟有=唯有 惟恐=唯恐 成份=成分 部份=部分 身分(?!别|配|享|担)=身份 水份=水分 养份=养分 充份=充分 过份=过分 缘份=缘分 辈份=辈分
(?<=知识|犯罪|不法|恐怖|积极|黑恶)份子=分子 (?<=知識|積極|黑惡)份子=分子 份量=分量 份内=分内 份外=分外 帐本=账本 宏扬=弘扬 撤消=撤销 报导=报道 录象=录像 图象=图像
好象=好像 人材=人才 座落=坐落 精采=精彩 模胡=模糊 胡涂=糊涂 思惟=思维 计画=计划 磨擦=摩擦 名符其实=名副其实 指手划脚=指手画脚
直接了当=直截了当 直捷了当=直截了当 执著=执着 装璜=装潢 折衷=折中 凭藉=凭借 刻划=刻画 勾划=勾画 辞汇=词汇 担搁=耽搁
耽心=担心 搀杂=掺杂 丰功伟迹=丰功伟绩 关连=关联 混水摸鱼=浑水摸鱼 记念=纪念 傢具=家具 脚色=角色 驾御=驾驭 联贯=连贯 莫明其妙=莫名其妙
飘洋过海=漂洋过海 保母=保姆 再接再砺=再接再厉 笔划=笔画 倒楣=倒霉 鱼具=渔具 鱼网=渔网 渔塘=鱼塘 粘稠=黏稠 粘土=黏土 当做=当作
`);

export default rule({
  id: 'wording/variant',
  title: '异形词没有用推荐的写法',
  why: '同一个词有几种写法的，公文用国家推荐的那一种。',
  basis: '第一批异形词整理表',
  level: 'info',
  preset: 'strict',
  fix: 'unsafe',
  since: '0.2.0',
  get signs() {
    return variants.wrong;
  },
  kinds: running,
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    for (const { index, wrong, right } of variants.in(text)) {
      const at = passage.span(index, index + wrong.length);
      tell(at, `“${wrong}”宜写作“${right}”。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦其它⟧部门配合，⟦撤消⟧不合格的点位。', right: '其他部门配合，撤销不合格的点位。' },
      { wrong: '打击黑恶⟦份子⟧。', right: '打击黑恶分子。' },
    ],
    silent: ['按人口随份子', '终身分享', '《其它事项办理规定》', '部分身份信息'],
  }),
});
