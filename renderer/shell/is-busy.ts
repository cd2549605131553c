/** Whether letters go somewhere else just now. */
export function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true
  const typing = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="combobox"]'
  return target instanceof Element && target.closest(typing) !== null
}
