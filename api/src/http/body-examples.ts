// What a caller might really send to each operation, by its id: the document shows it, so nobody starts from `{"to": "string"}`.

const ZHANG = 'con_01jd3v6m9x2k4n8p5r7t1w3y5z';
const OTHER = 'con_01jd3v6m9x2k4n8p5r7t1w3y60';
const COLLEAGUE = 'stf_01jd3v6m9x2k4n8p5r7t1w3y61';
const due = { local: '2026-12-04T10:00', zone: 'Asia/Shanghai' };
const context = { channel: 'email', handle: 'zhang.wei@lumen.example' };
const email = { channel: 'email', handle: 'zhang.wei@lumen.example' };
const next = { title: 'Call about price', due };
const size = { en: 'Company size', 'zh-CN': '企业规模' };
const stages = ['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist'].map((key) => ({ key }));
const draft = {
  stages: stages.map((one) => (one.key === 'lead' ? { ...one, labels: { en: 'Prospect', 'zh-CN': '02-潜客' } } : one)),
};

/** Body of a request by operationId. */
export const BODY_EXAMPLES: Readonly<Record<string, unknown>> = {
  createContact: {
    display_name: 'Zhang Wei',
    company: 'Lumen Optics',
    identities: [email],
    source: 'fair',
    tags: ['grade-b'],
    stages: { 'seven-stage': 'lead' },
  },
  resolveContact: { handles: [email] },
  updateContact: { company: 'Lumen Group', fields: { employees: 1500 } },
  archiveContact: { context },
  restoreContact: { context },
  searchContacts: {
    q: 'lumen',
    filter: {
      all: [
        { field: 'stage', op: 'in', value: ['lead', 'mql'] },
        { not: { field: 'tag', op: 'eq', value: 'grade-c' } },
      ],
    },
    sort: '-last_touch_at',
    limit: 50,
  },
  batchContacts: {
    mode: 'each',
    items: [
      {
        identities: [{ channel: 'external', scope: 'shop', handle: '4711' }, email],
        display_name: 'Zhang Wei',
        source: 'fair',
      },
    ],
  },
  batchTags: { mode: 'each', items: [{ contact_id: ZHANG, add: ['grade-a'] }] },
  batchTransitions: { mode: 'atomic', items: [{ contact_id: ZHANG, to: 'mql', expect: { from: 'lead' } }] },
  batchOwners: { mode: 'atomic', items: [{ contact_id: ZHANG, owner_id: COLLEAGUE }] },
  updateIdentity: { display: 'zhang.wei', shared: true },
  updateTag: { labels: { en: 'Optics', 'zh-CN': '光学' }, archived: true },
  updateTagGroup: { labels: { en: 'Interests', 'zh-CN': '兴趣' } },
  addContactIdentity: { channel: 'phone', handle: '+8613800138000' },
  createNotDuplicate: { contact_ids: [ZHANG, OTHER] },
  mergeContacts: { survivor_id: ZHANG, loser_id: OTHER, take: ['company'] },
  createConversationLink: { channel: 'wechat', conversation_key: 'wx-chat-17', contact_id: ZHANG, verdict: 'linked' },
  createLifecycle: { key: 'retail', from: 'seven-stage', labels: { en: 'Retail', 'zh-CN': '零售' } },
  putLifecycleDraft: draft,
  simulateLifecycle: draft,
  createScript: {
    lifecycle: 'seven-stage',
    stage: 'lead',
    locale: 'en',
    title: 'Price list',
    text: 'Hello {name}, {me} here. May I send you the price list?',
  },
  updateScript: { title: 'Price list, short' },
  moveContactStage: { to: 'mql', expect: { from: 'lead' } },
  closeContact: { outcome: 'lost', reason: { code: 'price' } },
  reopenContact: { reason: { code: 'other', note: 'They wrote again' } },
  undoTransition: { context },
  correctTransition: { reason: { code: 'entered-by-mistake' } },
  createTagGroup: { key: 'region', mode: 'single', labels: { en: 'Region', 'zh-CN': '区域' } },
  createTag: { key: 'region-east', group: 'region', labels: { en: 'East', 'zh-CN': '华东' } },
  changeContactTags: { add: ['grade-a'], remove: ['grade-b'] },
  addContactTag: { context },
  removeContactTag: { context },
  createField: { key: 'employees', type: 'number', labels: size },
  updateField: { labels: size },
  createRule: {
    key: 'by-size',
    field: 'employees',
    group: 'grade',
    labels: size,
    cases: [{ at_least: 1500, tag: 'grade-a' }, { tag: 'grade-b' }],
  },
  updateRule: { cases: [{ at_least: 1000, tag: 'grade-a' }, { tag: 'grade-b' }] },
  removeRuleOverride: { context },
  logInteraction: {
    kind: 'call',
    direction: 'outbound',
    occurred_at: '2026-11-27T10:00:00+08:00',
    summary: 'Asked for the price list',
    next,
  },
  createFollowUp: { contact_id: ZHANG, ...next },
  updateFollowUp: { due },
  completeFollowUp: { outcome: 'Wants an offer', next: { title: 'Send the offer', due } },
  reopenFollowUp: { context },
  snoozeFollowUp: { until: due },
  cancelFollowUp: { context },
  acceptHandover: { owner_id: COLLEAGUE },
  declineHandover: { note: 'No budget before spring' },
  reopenHandover: { owner_id: null },
  updateStaff: { role: 'manager', function: 'sales' },
  createInvitation: { name: 'Li Na', role: 'rep' },
  createSession: { invitation_code: 'h8a1-bk1e-nrcx-e0fj', device: 'Office laptop' },
  refreshSession: { refresh_token: 'sst_ref_…' },
  updateMe: { zone: 'Asia/Shanghai', locale: 'zh-CN' },
  createKey: { name: 'crm-sync', scopes: ['contacts:read', 'contacts:write'], expires_at: '2027-11-27T00:00:00Z' },
  updateSettings: { default_region: 'CN', zone: 'Asia/Shanghai' },
  startImport: { mapping: { Name: 'display_name', Email: 'identity:email', Stage: 'stage' }, dry_run: true },
  createWebhook: { url: 'https://crm.example/hooks/sidestage', types: ['contact.*'] },
  updateWebhook: { enabled: false },
  rotateWebhookSecret: { keep_previous_for_s: 86400 },
  replayWebhook: { after: 0 },
};
