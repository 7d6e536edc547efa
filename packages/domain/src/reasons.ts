// Why a contact was moved or closed: the reasons every deployment starts with, and what is wrong with one that is given.
import type { Localized } from './lifecycles.ts';

/** Which moves a reason fits; `any` fits all. */
export type ReasonKind = 'backward' | 'lost' | 'disqualified' | 'churned' | 'any';

/** A reason of the company's list. Its code never changes; `needsNote` asks for words of one's own. */
export type Reason = {
  readonly code: string;
  readonly kinds: readonly ReasonKind[];
  readonly labels: Localized;
  readonly needsNote: boolean;
};

/** A reason as a request gives it. */
export type ReasonGiven = { readonly code: string; readonly note?: string | null | undefined } | null | undefined;

export type ReasonFaultCode = 'reason-required' | 'reason-unknown' | 'reason-unfit' | 'reason-note-required';

const reason = (code: string, kinds: readonly ReasonKind[], en: string, zh: string, needsNote = false): Reason => ({
  code,
  kinds,
  labels: { en, 'zh-CN': zh },
  needsNote,
});

/** The reasons a company begins with. */
export const SEED_REASONS: readonly Reason[] = [
  reason('entered-by-mistake', ['backward'], 'Moved by mistake', '误操作'),
  reason('judged-too-early', ['backward'], 'Judged too early', '判断过早'),
  reason('postponed', ['backward'], 'Put off by the customer', '客户推迟'),
  reason('no-budget', ['backward', 'lost', 'churned'], 'No budget now', '暂无预算'),
  reason('gone-quiet', ['backward', 'lost', 'churned'], 'No answer any more', '失去回应'),
  reason('payment-failed', ['backward'], 'Payment failed or was refunded', '付款失败或已退款'),
  reason('price', ['backward', 'lost', 'churned'], 'Too expensive', '价格太高'),
  reason('chose-competitor', ['backward', 'lost', 'churned'], 'Chose somebody else', '选择了竞争对手'),
  reason('need-gone', ['backward', 'lost', 'churned'], 'The need is gone', '需求消失'),
  reason('dissatisfied', ['backward', 'lost', 'churned'], 'Dissatisfied', '不满意'),
  reason('not-a-fit', ['backward', 'disqualified'], 'Does not fit what we offer', '不匹配'),
  reason('no-intent', ['disqualified'], 'Never meant to buy', '没有意向'),
  reason('wrong-contact', ['disqualified'], 'Wrong or false contact', '联系方式无效'),
  reason('duplicate-or-spam', ['disqualified'], 'Duplicate or spam', '重复或垃圾信息'),
  reason('unprofitable', ['churned', 'disqualified'], 'Costs more than it brings', '投入大于回报', true),
  reason('out-of-reach', ['lost', 'churned', 'disqualified'], 'Cannot be reached any more', '失联'),
  reason('other', ['any'], 'Other', '其他', true),
];

/** Whether a reason may be given where a reason of this kind is asked for. */
export function reasonFits(reason: Reason, kind: ReasonKind): boolean {
  return reason.kinds.includes(kind) || reason.kinds.includes('any');
}

/**
 * What is wrong with the reason given, or null. `needs` is the kind that is asked for, `any` if one of any kind will do, null if
 * none has to be given. One that is given must exist and have its note all the same.
 */
export function reasonFault(
  reasons: readonly Reason[],
  given: ReasonGiven,
  needs: ReasonKind | null,
): { readonly code: ReasonFaultCode; readonly detail: string } | null {
  if (!given) {
    const detail = needs === 'any' ? 'This move needs a reason.' : `This move needs a reason of kind ${needs}.`;
    return needs ? { code: 'reason-required', detail } : null;
  }
  const reason = reasons.find((one) => one.code === given.code);
  if (!reason) return { code: 'reason-unknown', detail: `There is no reason "${given.code.slice(0, 64)}".` };
  if (needs && needs !== 'any' && !reasonFits(reason, needs))
    return { code: 'reason-unfit', detail: `"${reason.code}" is not a reason for a move of kind ${needs}.` };
  if (reason.needsNote && !given.note?.trim())
    return { code: 'reason-note-required', detail: `The reason "${reason.code}" needs a note.` };
  return null;
}
