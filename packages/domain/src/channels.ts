// The channels a contact can be reached on, and what a handle is on each.
import type { Localized } from './lifecycles.ts';

/** How the handles of a channel are read; `opaque` ones are taken as they are. */
export type HandleKind = 'email' | 'phone' | 'jid' | 'opaque';

/** A channel of the catalogue; its key never changes. */
export type Channel = { readonly key: string; readonly handleKind: HandleKind; readonly labels: Localized };

const channel = <K extends string>(key: K, handleKind: HandleKind, en: string, zh = en) => ({
  key,
  handleKind,
  labels: { en, 'zh-CN': zh },
});

/** Every channel there is, in the order they are shown. */
export const CHANNELS = [
  channel('email', 'email', 'Email', '邮箱'),
  channel('phone', 'phone', 'Phone', '电话'),
  channel('whatsapp', 'phone', 'WhatsApp'),
  channel('telegram', 'opaque', 'Telegram'),
  channel('wechat', 'opaque', 'WeChat', '微信'),
  channel('wecom', 'opaque', 'WeCom', '企业微信'),
  channel('wechat-oa', 'opaque', 'WeChat Official Account', '公众号'),
  channel('weibo', 'opaque', 'Weibo', '微博'),
  channel('xmpp', 'jid', 'XMPP'),
  channel('sms', 'phone', 'SMS', '短信'),
  channel('dingtalk', 'opaque', 'DingTalk', '钉钉'),
  channel('feishu', 'opaque', 'Feishu', '飞书'),
  channel('qq', 'opaque', 'QQ'),
  channel('line', 'opaque', 'LINE'),
  channel('instagram', 'opaque', 'Instagram'),
  channel('messenger', 'opaque', 'Messenger'),
  channel('linkedin', 'opaque', 'LinkedIn', '领英'),
  channel('x', 'opaque', 'X'),
  channel('slack', 'opaque', 'Slack'),
  channel('irc', 'opaque', 'IRC'),
  channel('web', 'opaque', 'Website', '网站'),
  // A person's id in another system; the scope names the system.
  channel('external', 'opaque', 'External id', '外部编号'),
  channel('other', 'opaque', 'Other', '其他'),
] as const satisfies readonly Channel[];

export type ChannelKey = (typeof CHANNELS)[number]['key'];

const byKey: ReadonlyMap<string, Channel> = new Map(CHANNELS.map((one) => [one.key, one]));

/** The channel with this key, or undefined. */
export function findChannel(key: string): Channel | undefined {
  return byKey.get(key);
}
