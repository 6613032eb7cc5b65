/** An optional text as a form holds it ("") and as the wire holds it (null). */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
export const orEmpty = (text: string | null | undefined): string => text ?? '';
