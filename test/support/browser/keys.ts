// The protocol's key events for a key named as people name it.

interface KeyEvent {
  type: 'keyDown' | 'rawKeyDown' | 'keyUp';
  key: string;
  code: string;
  windowsVirtualKeyCode: number;
  modifiers: number;
  text?: string;
}

const NAMED: Record<string, { code: number; text?: string }> = {
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27 },
  Tab: { code: 9 },
  Backspace: { code: 8 },
  Delete: { code: 46 },
  Home: { code: 36 },
  End: { code: 35 },
  ArrowLeft: { code: 37 },
  ArrowUp: { code: 38 },
  ArrowRight: { code: 39 },
  ArrowDown: { code: 40 },
};
const MODIFIERS: Record<string, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };
const SHIFT = 8;

export function keyEvents(name: string): KeyEvent[] {
  // A lone plus sign is a key, not a separator.
  const parts = name.length > 1 ? name.split('+') : [name];
  const key = parts.pop() ?? '';
  const asked = parts.reduce((sum, part) => sum | (MODIFIERS[part] ?? 0), 0);
  const named = NAMED[key];
  const modifiers = asked | (/^[A-Z]$/.test(key) ? SHIFT : 0);
  const withCommand = (modifiers & ~SHIFT) !== 0;
  const text = withCommand ? undefined : named === undefined ? key : named.text;
  const base = {
    key,
    code: named === undefined ? codeOf(key) : key,
    windowsVirtualKeyCode: named?.code ?? virtualKey(key),
    modifiers,
  };
  return [
    { ...base, type: text === undefined ? 'rawKeyDown' : 'keyDown', ...(text === undefined ? {} : { text }) },
    { ...base, type: 'keyUp' },
  ];
}

// Letters and digits have their own character as key code; a dot's would be Delete, so signs go by their text alone.
function virtualKey(key: string): number {
  return /^[a-z0-9 ]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0;
}

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return { ' ': 'Space', '/': 'Slash', '?': 'Slash', '.': 'Period', ',': 'Comma', '-': 'Minus' }[key] ?? '';
}
