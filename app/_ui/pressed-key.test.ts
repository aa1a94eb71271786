import { describe, expect, test } from 'vitest'
import { type KeyPress, pressedKey } from './pressed-key'

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more },
})
const shift = { shiftKey: true }

describe('which command a keydown means', () => {
  test.each<[string, KeyPress, string]>([
    ['QWERTY', press('j', 'KeyJ'), 'j'],
    ['capitals', press('J', 'KeyJ', shift), 'j'],
    ['a digit', press('3', 'Digit3'), '3'],
    ['a digit of the number pad', press('3', 'Numpad3'), '3'],
    ['an exclamation mark on QWERTY', press('!', 'Digit1', shift), '!'],
    ['a question mark', press('?', 'Slash', shift), '?'],
    ...['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç'].map((key, digit): [string, KeyPress, string] => [
      `AZERTY, ${key}`,
      press(key, `Digit${digit}`),
      String(digit),
    ]),
    ['AZERTY with Shift', press('2', 'Digit2', shift), '2'],
    ['AZERTY, A where Q is', press('a', 'KeyQ'), 'a'],
    ['AZERTY, M where a semicolon is', press('m', 'Semicolon'), 'm'],
    ['AZERTY, a question mark', press('?', 'KeyM', shift), '?'],
    ['QWERTZ, Y where Z is', press('y', 'KeyZ'), 'y'],
    ['Dvorak, H where J is', press('h', 'KeyJ'), 'h'],
    ['Dvorak, a full stop where E is', press('.', 'KeyE'), '.'],
    ['Czech, ě', press('ě', 'Digit2'), '2'],
    ['Russian J', press('о', 'KeyJ'), 'j'],
    ['Russian capital', press('О', 'KeyJ', shift), 'j'],
    ['Russian, a full stop’s place', press('ю', 'Period'), '.'],
    ['Russian, its own full stop', press('.', 'Slash'), '.'],
    ['Greek J', press('ξ', 'KeyJ'), 'j'],
    ['Arabic J', press('ت', 'KeyJ'), 'j'],
    ['Arabic, two letters on one key', press('لا', 'KeyB'), 'b'],
    ['Arabic digits', press('٣', 'Digit3'), '3'],
    ['Persian digits with Shift', press('۳', 'Digit3', shift), '3'],
    ['Arabic question mark', press('؟', 'Slash', shift), '?'],
    ['Hebrew J', press('ח', 'KeyJ'), 'j'],
    ['Thai J', press('่', 'KeyJ'), 'j'],
    ['Thai, upper row', press('ภ', 'Digit4'), '4'],
    ['Korean J', press('ㅓ', 'KeyJ'), 'j'],
    ['Enter', press('Enter', 'Enter'), 'enter'],
    ['arrows with Alt', press('ArrowUp', 'ArrowUp', { altKey: true }), 'alt+arrowup'],
    ['undo', press('z', 'KeyZ', { ctrlKey: true }), 'mod+z'],
    ['undo on AZERTY', press('z', 'KeyW', { metaKey: true }), 'mod+z'],
    ['undo in Russian', press('я', 'KeyZ', { ctrlKey: true }), 'mod+z'],
    ['a key that says nothing', press('Unidentified', ''), 'unidentified'],
  ])('%s', (_, event, command) => expect(pressedKey(event, true)).toBe(command))

  test.each<[string, KeyPress, string]>([
    ['a letter', press('j', 'KeyJ'), ''],
    ['a capital', press('J', 'KeyJ', shift), ''],
    ['a digit', press('&', 'Digit1'), ''],
    ['a sign', press('?', 'Slash', shift), ''],
    ['a letter of another script', press('لا', 'KeyB'), ''],
    ['Enter', press('Enter', 'Enter'), 'enter'],
    ['Escape', press('Escape', 'Escape'), 'escape'],
    ['an arrow', press('ArrowDown', 'ArrowDown'), 'arrowdown'],
    ['undo', press('z', 'KeyZ', { ctrlKey: true }), 'mod+z'],
    ['save', press('Enter', 'Enter', { metaKey: true }), 'mod+enter'],
  ])('where single keys are off: %s', (_, event, command) => expect(pressedKey(event, false)).toBe(command))
})
