/** The surnames that most people have, in both scripts. */
export const commonSurnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧肅葉蘇呂盧鍾譚陸範賈韋鄒龍賀顧龔萬錢嚴湯';
const others =
  '卜卞古符柯柳栗桂梅楚樊欧殷毕池沙洪涂温游湛滕焦牛牟狄甘申盛祁祝童竺管米纪练缪翁翟耿聂胥臧舒艾花芦荆葛蒙蓝蔺虞裴詹诸费贝赖路车辛迟郁郜鄢钮闵阎阚阮霍靳鞠项颜饶骆鲁鲍麦麻齐庄匡华卓左巩巫康戚冉冷凌刁庞佟佘岳包丘苗甄尤尚季兰柴业单';

/** Words that end like a surname. */
const words =
  /(?:[关對对位由属处處等多少大高低小在至]于|[动動倾傾方去]向|提高|最高|[地对對双雙甲乙各单單一]方|[资資奖獎基现現罚罰押租]金|[\d一二两兩三四五六七八九十百千]万|[长長]江|[道公铁鐵马馬线線]路|[汽火机機客货貨停]车|[主担擔责責信出兼聘前现現]任|[企行产產事就农農工作专專职職商物毕畢]业|[名清订訂简簡账]单|[如任]何|[主监監经經城]管|[事条條各单單专專]项|四季|承包|和尚|经费|[会缴]费|[公黄]牛)$/;

/** Whether a text ends in a surname, as in 村民李××. */
export function endsInSurname(text: string): boolean {
  const last = text.slice(-1);
  return last !== '' && (commonSurnames + others).includes(last) && !words.test(text);
}
