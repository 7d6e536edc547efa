// Which column of another system's file means what: targets, and a proposal from the headers other systems write.
import { findChannel } from '../channels.ts';

/** What a column may become, besides `identity:<channel>`, `field:<name>` and `stage_at:<stage>`. */
const IMPORT_TARGETS = {
  display_name: 'The name.',
  first_name: 'Joined with last_name where there is no display_name.',
  last_name: 'Joined with first_name where there is no display_name.',
  company: 'The company.',
  owner: 'An active staff member by id, address or name.',
  source: 'Where the person came from.',
  tags: 'Keys or labels of tags, separated by ; or a JSON list.',
  external_id: 'The person’s id in the system the file came from.',
  lifecycle: 'The lifecycle that stage speaks of.',
  stage: 'The stage the person is in, by key or label.',
  stage_at: 'Since when the person is in that stage.',
  reason: 'The code of the reason for a move that needs one.',
  identities: 'A JSON list of {channel, scope?, handle, shared?}.',
  stages: 'A JSON list of {lifecycle?, stage, entered_at?}, as contacts show them.',
  history: 'A JSON list of {lifecycle?, to, at, reason?}.',
  fields: 'A JSON object of field values.',
  ignore: 'Nothing: the column is left out.',
} as const;

export type SimpleTarget = keyof typeof IMPORT_TARGETS;
/** What a column becomes, taken apart. */
export type ImportTarget =
  | { readonly kind: SimpleTarget }
  | { readonly kind: 'identity'; readonly channel: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'stage_at_of'; readonly stage: string };

const FIELD = /^[a-z][a-z0-9_]{0,62}$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** The target a text names, or undefined. */
export function parseTarget(text: string): ImportTarget | undefined {
  if (Object.hasOwn(IMPORT_TARGETS, text)) return { kind: text as SimpleTarget };
  const colon = text.indexOf(':');
  const [kind, rest] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
  if (kind === 'identity' && findChannel(rest)) return { kind: 'identity', channel: rest };
  if (kind === 'field' && FIELD.test(rest)) return { kind: 'field', name: rest };
  if (kind === 'stage_at' && KEY.test(rest)) return { kind: 'stage_at_of', stage: rest };
  return undefined;
}

/** Whether two columns may have this target: a person has several handles, but one name. */
export const mayRepeat = (target: ImportTarget): boolean =>
  target.kind === 'identity' || target.kind === 'ignore' || target.kind === 'tags';

/** Whether the cells of a column with this target are dates. */
export const isDated = (target: ImportTarget): boolean => target.kind === 'stage_at' || target.kind === 'stage_at_of';

/** What the columns of a file probably mean, for a person to confirm. */
export type MappingProposal = {
  /** Header → target; headers nobody knows are left out. */
  readonly mapping: Readonly<Record<string, string>>;
  /** The system whose headers these look like. */
  readonly system: 'hubspot' | 'salesforce' | 'chatwoot' | 'wecom' | 'sidestage' | null;
  /** Headers that stay without a target. */
  readonly unmapped: readonly string[];
};

/** A header as it is compared: width, case, accents of punctuation and spaces do not matter. */
function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const words = (target: string, ...headers: string[]) => headers.map((header) => [headerKey(header), target] as const);

// Export headers of HubSpot, Salesforce, Chatwoot and WeCom, as shown in English and in Chinese, and their API names.
const KNOWN: ReadonlyMap<string, string> = new Map([
  ...words('display_name', 'Name', 'Full Name', 'Contact Name', 'Customer Name', 'Display Name', 'Lead Name'),
  ...words('display_name', '姓名', '名称', '客户名称', '客户姓名', '联系人姓名', '联系人', '联系人名称', '客户昵称'),
  ...words('display_name', '客户备注名', '外部联系人', '昵称', '全名'),
  ...words('first_name', 'First Name', 'FirstName', 'Given Name', '名', '名字'),
  ...words('last_name', 'Last Name', 'LastName', 'Surname', 'Family Name', '姓', '姓氏'),
  ...words('company', 'Company', 'Company Name', 'Account Name', 'Company / Account', 'Associated Company'),
  ...words('company', 'Primary Company', 'AccountName', 'Organization', 'Account', '公司', '公司名称', '企业'),
  ...words('company', '企业名称', '客户名', '单位', '所在企业', '关联公司', '公司 客户', '所属公司'),
  ...words(
    'identity:email',
    'Email',
    'E-mail',
    'Email Address',
    'Work email',
    '邮箱',
    '电子邮件',
    '电子邮箱',
    '邮箱地址',
  ),
  ...words('identity:phone', 'Phone', 'Phone Number', 'Mobile', 'Mobile Phone', 'Mobile Phone Number', 'MobilePhone'),
  ...words('identity:phone', 'Telephone', 'Cell Phone', '电话', '电话号码', '手机', '手机号', '手机号码', '联系电话'),
  ...words('identity:phone', '移动电话', '移动电话号码', '联系方式', '座机'),
  ...words('identity:whatsapp', 'WhatsApp', 'WhatsApp Phone Number', 'hs_whatsapp_phone_number', 'WhatsApp 电话号码'),
  ...words('identity:wechat', 'WeChat', 'WeChat ID', '微信', '微信号'),
  ...words('identity:wecom', 'external_userid', 'External User ID', '外部联系人ID', '外部联系人编号', '客户ID'),
  ...words('external_id', 'Record ID', 'Record ID - Contact', 'hs_object_id', 'Contact ID', 'Lead ID', 'identifier'),
  ...words('external_id', 'External ID', 'Id', '记录 ID', '联系人编号', '潜在客户编号', '联系人 ID', '标识符', '编号'),
  ...words('owner', 'Owner', 'Contact owner', 'Lead Owner', 'Account Owner', 'Added by', 'Staff', 'Assignee'),
  ...words('owner', 'Owner ID', '所有者', '联系人所有者', '所有人', '潜在客户所有人', '联系人所有人', '负责人'),
  ...words('owner', '添加人', '跟进人', '所属员工', '所属销售', '添加人账号'),
  ...words(
    'source',
    'Source',
    'Lead Source',
    'LeadSource',
    'Original Source',
    'Original Traffic Source',
    'hs_analytics_source',
  ),
  ...words('source', '来源', '潜在客户来源', '客户来源', '原始来源', '添加渠道', '原始流量来源', '渠道', '来源渠道'),
  ...words('tags', 'Tags', 'Labels', 'Customer Tags', '标签', '客户标签', '企业标签'),
  ...words('stage', 'Lifecycle Stage', 'lifecyclestage', 'Stage', '生命周期阶段', '阶段', '客户阶段', '客户生命周期'),
  ...words('stage_at', 'Stage Entered At', 'Date entered current stage', 'Stage Date', 'Added at', 'Added Time'),
  ...words('stage_at', '阶段进入时间', '进入阶段时间', '添加时间', '添加好友时间'),
  ...words('stage_at:subscriber', 'Became a Subscriber Date', 'hs_lifecyclestage_subscriber_date', '成为订阅者的日期'),
  ...words('stage_at:lead', 'Became a Lead Date', 'hs_lifecyclestage_lead_date', '成为潜在客户的日期'),
  ...words('stage_at:mql', 'Became a Marketing Qualified Lead Date', 'hs_lifecyclestage_marketingqualifiedlead_date'),
  ...words('stage_at:mql', '成为营销合格潜在客户的日期', '成为 MQL 的日期'),
  ...words('stage_at:sql', 'Became a Sales Qualified Lead Date', 'hs_lifecyclestage_salesqualifiedlead_date'),
  ...words('stage_at:sql', '成为销售合格潜在客户的日期', '成为 SQL 的日期'),
  ...words(
    'stage_at:opportunity',
    'Became an Opportunity Date',
    'hs_lifecyclestage_opportunity_date',
    '成为商机的日期',
  ),
  ...words('stage_at:customer', 'Became a Customer Date', 'hs_lifecyclestage_customer_date', '成为客户的日期'),
  ...words('stage_at:evangelist', 'Became an Evangelist Date', 'hs_lifecyclestage_evangelist_date', '成为拥护者的日期'),
  ...words('field:job_title', 'Job Title', 'Title', 'jobtitle', '职务', '职位', '职称'),
  ...words('field:lead_status', 'Lead Status', 'hs_lead_status', 'Status', '潜在客户状态', '线索状态'),
  ...words('field:industry', 'Industry', '行业'),
  ...words('field:city', 'City', 'Mailing City', '城市', '所在城市'),
  ...words('field:country', 'Country', 'Country/Region', 'Mailing Country', '国家', '国家/地区'),
  ...words('field:address', 'Address', 'Street Address', 'Mailing Street', '地址'),
  ...words('field:website', 'Website', 'Website URL', '网站', '官网'),
  ...words('field:rating', 'Rating', '评级'),
  ...words('field:gender', 'Gender', '性别'),
  ...words('field:remark', 'Remark', 'Remarks', 'Description', '描述', '备注', '说明'),
  ...words('identities', 'identities'),
  ...words('stages', 'stages'),
  ...words('history', 'history'),
  ...words('fields', 'fields'),
  ...words('reason', 'reason'),
]);

// Headers that only one system writes, by which it is recognised.
const SIGNS: readonly (readonly [NonNullable<MappingProposal['system']>, readonly string[]])[] = [
  ['sidestage', ['owner id', 'last touch at', 'next follow up at', 'display name', 'updated at']],
  [
    'hubspot',
    ['record id', 'record id contact', 'hs object id', 'lifecyclestage', 'contact owner', 'original traffic source'],
  ],
  [
    'hubspot',
    [
      'became a lead date',
      'became a customer date',
      'original source',
      'hubspot owner id',
      '记录 id',
      '联系人所有者',
      '生命周期阶段',
    ],
  ],
  [
    'salesforce',
    [
      'lead id',
      'contact id',
      'company account',
      'lead source',
      'lead owner',
      'leadsource',
      'account name',
      'mailing city',
    ],
  ],
  ['salesforce', ['潜在客户编号', '潜在客户所有人', '潜在客户来源', '潜在客户状态', 'rating']],
  [
    'chatwoot',
    ['identifier', 'phone number', 'additional attributes', 'custom attributes', 'last activity at', '标识符'],
  ],
  [
    'wecom',
    [
      '添加人',
      '添加时间',
      '客户名称',
      '添加人账号',
      '外部联系人id',
      'external userid',
      'added by',
      'added at',
      '企业标签',
    ],
  ],
];

/** Our own exports carry ids of people here; those of other systems are external. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['id', 'ignore'],
  ['tags', 'tags'],
  ['stages', 'stages'],
]);

/** A default mapping for these headers. A single target is given once, to the first header that means it. */
export function proposeMapping(headers: readonly string[]): MappingProposal {
  const system = systemOf(headers);
  const mapping: Record<string, string> = {};
  const unmapped: string[] = [];
  const taken = new Set<string>();
  for (const header of headers) {
    const key = headerKey(header);
    const target = (system === 'sidestage' ? OWN.get(key) : undefined) ?? KNOWN.get(key) ?? channelTarget(key);
    const parsed = target === undefined ? undefined : parseTarget(target);
    if (target === undefined || !parsed || (taken.has(target) && !mayRepeat(parsed))) {
      unmapped.push(header);
      continue;
    }
    taken.add(target);
    mapping[header] = target;
  }
  return { mapping, system, unmapped };
}

function channelTarget(key: string): string | undefined {
  return findChannel(key.replaceAll(' ', '-')) ? `identity:${key.replaceAll(' ', '-')}` : undefined;
}

function systemOf(headers: readonly string[]): MappingProposal['system'] {
  const keys = new Set(headers.map(headerKey));
  let best: MappingProposal['system'] = null;
  let most = 1;
  const scores = new Map<string, number>();
  for (const [system, signs] of SIGNS) {
    const score = (scores.get(system) ?? 0) + signs.filter((sign) => keys.has(sign)).length;
    scores.set(system, score);
    if (score > most) [best, most] = [system, score];
  }
  return best;
}

/** Whether a row of cells reads like a row of headers: at least two cells name something we know, and none holds data. */
export function looksLikeHeaders(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => /@|\d{5,}/.test(cell))) return false;
  const known = filled.filter((cell) => KNOWN.has(headerKey(cell)) && headerKey(cell).length > 1);
  return known.length >= 2 && known.length * 2 >= filled.length;
}
