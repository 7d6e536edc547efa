// The real editors in a page of their own, each in the composer of an open conversation, with what their own model holds.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';

export interface EditorPage {
  /** The text as the editor itself keeps it, a line per line. */
  text(): string;
  /** What the page's policy refused since the editor stands. */
  violations: string[];
  /** Everything that would have been sent. */
  sent: string[];
}

const BEFORE = 'Kept.';
const place = document.querySelector<HTMLElement>('#composer');
if (place === null) throw new Error('No composer.');
const page: EditorPage = { text: () => '', violations: [], sent: [] };
(globalThis as unknown as { page: EditorPage }).page = page;

// Editors that draw HTML need a policy where Trusted Types are enforced; once they stand, nobody may use it any more.
let isSettingUp = true;
type Factory = { createPolicy(name: string, rules: object): void };
(globalThis as unknown as { trustedTypes?: Factory }).trustedTypes?.createPolicy('default', {
  createHTML: (html: string) => (isSettingUp ? html : null),
});
document.addEventListener('securitypolicyviolation', (event) => {
  if (!isSettingUp) page.violations.push(`${event.violatedDirective} ${event.sample}`);
});

/** A field whose page keeps the value itself, as frameworks do, and undoes whatever it was not told of. */
function ownField(take: boolean): () => string {
  const field = document.createElement('textarea');
  field.className = 'chat-textarea';
  field.value = BEFORE;
  place?.append(field);
  let known = BEFORE;
  let written = BEFORE;
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  if (!take) {
    // What a framework writes itself goes through here, so a value that did not is news.
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => native?.get?.call(field),
      set: (value: string) => {
        written = value;
        native?.set?.call(field, value);
      },
    });
    field.addEventListener('beforeinput', (event) => event.preventDefault());
  }
  field.addEventListener('input', () => {
    if (field.value !== written || take) known = field.value;
  });
  return () => known;
}

const EDITORS: Record<string, () => () => string> = {
  field: () => ownField(true),
  'own-field': () => ownField(false),
  plain() {
    const editable = document.createElement('div');
    editable.contentEditable = 'true';
    editable.role = 'textbox';
    editable.textContent = BEFORE;
    place.append(editable);
    // biome-ignore lint/performance/useDomNodeTextContent: lines are drawn, not in the tree
    return () => editable.innerText;
  },
  lexical() {
    const root = document.createElement('div');
    root.contentEditable = 'true';
    root.role = 'textbox';
    place.append(root);
    const editor = createEditor({
      namespace: 'test',
      onError: (error) => {
        throw error;
      },
    });
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 0);
    editor.setRootElement(root);
    editor.update(() => $getRoot().append($createParagraphNode().append($createTextNode(BEFORE))), { discrete: true });
    return () => editor.getEditorState().read(() => $getRoot().getTextContent());
  },
  prosemirror() {
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(BEFORE)])]);
    const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
    const view = new EditorView(place, {
      state: EditorState.create({ doc, plugins }),
      attributes: { role: 'textbox' },
    });
    return () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n');
  },
  quill() {
    const holder = document.createElement('div');
    place.append(holder);
    const quill = new Quill(holder, { modules: { history: { delay: 0 } } });
    quill.setText(BEFORE, 'silent');
    quill.history.clear();
    quill.root.role = 'textbox';
    return () => quill.getText();
  },
};

const kind = new URLSearchParams(location.search).get('editor') ?? '';
const editor = EDITORS[kind];
if (editor === undefined) throw new Error(`No editor ${kind}.`);
page.text = editor();
isSettingUp = false;
// A tool that sends on Enter: nothing of ours may press it.
place.addEventListener('keydown', (event) => event.key === 'Enter' && page.sent.push('Enter'), true);
document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  page.sent.push('submit');
});
