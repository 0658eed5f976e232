/** What an actor did, as a verb; and how those reached join the sentence. */
const DEEDS = {
  EMAIL: ['wrote an e-mail', 'to'],
  REPLY: ['replied', 'to'],
  FORWARD: ['forwarded an e-mail', 'to'],
  INTRODUCTION: ['made an introduction', 'to'],
  CALL: ['had a call', 'with'],
  MEETING: ['met', 'with'],
  WEBINAR: ['took part in a webinar', 'with'],
  EVENT: ['took part in an event', 'with'],
  VISIT: ['visited our pages', 'with'],
  PRICING_VISIT: ['looked at our prices', 'with'],
  DOWNLOAD: ['downloaded something', 'with'],
  FORM: ['filled in a form', 'with'],
  PRODUCT_USE: ['used the product', 'with'],
  CHAT: ['chatted', 'with'],
  TASK: ['set ourselves a task', 'for'],
  NOTE: ['took a note', 'about'],
};

/** @returns {{did: string, joining: string}} */
export function deedOf(kind) {
  const [did, joining] = DEEDS[kind];
  return { did, joining };
}
