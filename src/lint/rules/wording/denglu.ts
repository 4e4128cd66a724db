import { rule, running } from '../../rule.ts';

export default rule({
  id: 'wording/denglu',
  title: '“登录”误作“登陆”',
  why: '“登陆”是上岸，进入系统、网站叫“登录”。',
  basis: '现代汉语词典',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['登陆', '登陸'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index } of prose.matchAll(
      /登[陆陸](?!前|后|後|时|時|期间|点|點)(?=[^，。；、市板]{0,12}?(?:网站|網站|网页|網頁|官网|官網|门户|系统|系統|平台|平臺|账号|帐号|账户|賬號|賬戶|客户端|客戶端|APP|App|邮箱|郵箱|小程序|公众号|网址))/g,
    )) {
      const at = span(index, index + 2);
      const right = prose[index + 1] === '陸' ? '登錄' : '登录';
      tell(at, `进入系统、网站应写“${right}”，“${prose.slice(index, index + 2)}”是上岸的意思。`, {
        fix: { ...at, text: right },
      });
    }
  },
  texts: () => ({
    examples: [{ wrong: '每日⟦登陆⟧县应急管理平台报送情况。', right: '每日登录县应急管理平台报送情况。' }],
    silent: [
      '台风登陆，系统自动预警。',
      '台风登陆前后平台值守',
      '企业登陆港交所主板',
      '登陆资本市场的企业使用平台',
      '登陆作战',
    ],
  }),
});
