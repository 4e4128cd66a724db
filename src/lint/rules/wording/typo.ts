import { inSimplifiedScript } from '../../../text/simplified-script.ts';
import { corrections } from '../../corrections.ts';
import { rule, running } from '../../rule.ts';
import { typos } from './typos.ts';

const misspelt = corrections(typos);

export default rule({
  id: 'wording/typo',
  title: '错别字',
  why: '只收在任何上下文里都是错的词；政府网站普查里，错别字是单项否决的问题。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  get signs() {
    return misspelt.wrong;
  },
  kinds: [...running, 'post', 'unit', 'citedTitle', 'deadline'],
  passage({ prose, span }, tell) {
    const found = misspelt.in(prose);
    if (found.length === 0) return;
    // What may stand around a word is written in Simplified script: 創建全國 holds no 建全.
    const inSimplified = new Set(misspelt.in(inSimplifiedScript(prose)).map(({ index }) => index));
    for (const { index, wrong, right } of found) {
      if (inSimplifiedScript(wrong) === wrong && !inSimplified.has(index)) continue;
      const at = span(index, index + wrong.length);
      tell(at, `“${wrong}”是错别字，应为“${right}”。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '周密⟦布署⟧，禁止焚烧⟦秸杆⟧。', right: '周密部署，禁止焚烧秸秆。' },
      { wrong: '⟦再接再励⟧，落实⟦一岗双则⟧。', right: '再接再厉，落实一岗双责。' },
      {
        wrong: '营造⟦详和⟧氛围，⟦各司其责⟧，创建⟦试范⟧区，增强⟦防患意识⟧。',
        right: '营造祥和氛围，各司其职，创建示范区，增强防范意识。',
      },
      {
        wrong: '加强信息的收集和⟦预防、预警⟧，形成⟦震摄⟧。',
        right: '加强信息的收集和预测、预警，形成震慑。',
      },
      {
        wrong:
          '標題: 平安鎮工作要點\n正文: 建立健全機制，形成⟦震攝⟧，做好信息收集和⟦預防、預警⟧，⟦各司其責⟧。',
        right: '標題: 平安鎮工作要點\n正文: 建立健全機制，形成震懾，做好信息收集和預測、預警，各司其職。',
        in: 'plan',
      },
      {
        wrong: '⟦千部⟧队伍⟦做风⟧建设⟦深人⟧开展，各项任务⟦末完成⟧的⟦按排⟧专人办理。',
        right: '干部队伍作风建设深入开展，各项任务未完成的安排专人办理。',
      },
      {
        wrong: '⟦己将⟧款项⟦拔付⟧到村，居民⟦反应的⟧问题⟦在次⟧核查。',
        right: '已将款项拨付到村，居民反映的问题再次核查。',
      },
      { wrong: '⟦付⟧主任', right: '副主任', in: 'post' },
    ],
    silent: [
      // The words that hold a wrong one without being wrong, by the characters around it.
      '翔实详和略得当，考试范围和面试范围不变。',
      '搜集和预防，预警发布后按要求办理。',
      '组按排名先后、按排放量核定；水泵按装机容量配置。',
      '打折除外，骨折除外，承担误工补贴，停歇制度。',
      '以德报怨，上报消防部门和报消费者协会。',
      '调查觉得可行，解决择校问题，立刻服从命令。',
      '疏漏动态清零，缓慢延伸，感冒然后发热，保密秘书到场。',
      '接纳人员、吸纳人口，深入人心，投入人员。',
      '期末完成考试，年末完成结账，到期未总结的，一周未值班。',
      '人士地位，护士地区差异，一千部手机，倘若千方百计。',
      '工作崇高，搬迁徒步，支付食品款，做废品回收，佩戴动物标识。',
      '打开墓穴，开幕捐赠仪式，闭幕集体合影，感召生动，号召聘任。',
      '部署假期值班，重申清廉要求，社保待遇、医保待遇，未完待续。',
      '传统记忆，累积效应，财政积极作为，代表章程。',
      '组建全镇志愿队，新建全民健身点，举措失当，面临控制风险。',
      '适宜传播，一贯例行检查，倾斜教育资源，权威协会，音频临时中断。',
      '遵循视察路线，因循逻辑，工期顺延申请，从严竣工验收。',
      '现存在次要问题，库存再利用，修正再开展，按照成本核定。',
      '关注消防安全，促消费活动，取消售票，报销费标准，推销费者。',
      '投资询问，不能自已，来自已经办结的案件，自己将材料送达。',
      '安排察看现场，全部门参加，知己在心，自己于2026年入职。',
      '創建全國文明城市，工期順延申請。',
      '公布署名文章。',
      '自己经营的店铺',
      '学习贯彻会议精神',
      '支付主任医师津贴',
      '究竟争取什么',
    ],
  }),
});
