/** Numbers, instants and enum values as people read them. One place, so that one thing is written one way. */

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const zoned = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' });
const whole = new Intl.NumberFormat('en-GB');

/** A probability in [0, 1] as whole percent: "62 %". The ends are never rounded into certainty. */
export function percent(probability) {
  if (probability > 0 && probability < 0.01) return '< 1 %';
  if (probability > 0.99 && probability < 1) return '> 99 %';
  return `${Math.round(probability * 100)} %`;
}

/** An interval of probabilities: "48–75 %". */
export function percentRange(low, high) {
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`;
}

/** Points of probability with their sign, always one decimal: "+12.4", "−3.0". */
export function signedPoints(points) {
  const rounded = Math.abs(points).toFixed(1);
  if (rounded === '0.0') return '0.0';
  return `${points < 0 ? '−' : '+'}${rounded}`;
}

/** "1,204 people", "1 person". */
export function counted(count, one, many) {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

/** A sum of money; sources do not always tell the currency, so none is guessed. */
export function amount(sum) {
  return whole.format(sum);
}

/** "14 Oct 2026" in the viewer's zone. */
export function day(instant) {
  return days.format(new Date(instant));
}

/** "09:30" in the viewer's zone. */
export function timeOfDay(instant) {
  return clock.format(new Date(instant));
}

/** "14 Oct 2026, 09:30 CEST": a moment that stands alone carries its zone. */
export function moment(instant) {
  return `${day(instant)}, ${timeOfDay(instant)} ${zoneAt(instant)}`;
}

/** The viewer's zone for a region full of times: "Europe/Berlin". */
export function zoneName() {
  return zone;
}

function zoneAt(instant) {
  return zoned.formatToParts(new Date(instant)).find((part) => part.type === 'timeZoneName').value;
}

/** ECONOMIC_BUYER → "Economic buyer". */
export function words(enumValue) {
  const text = enumValue.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The date an input of type date shows for an instant: "2026-10-14" in the viewer's zone. */
export function dateInputValue(instant) {
  const date = new Date(instant);
  const pad = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The last second of a viewer's day as an instant, so that replaying a day includes all that happened on it. */
export function endOfDay(dateInput) {
  return new Date(`${dateInput}T23:59:59`).toISOString().replace('.000Z', 'Z');
}
