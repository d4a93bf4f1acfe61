// Ops on their way to the server: one after the other, as often as it takes. What waits lies in memory and in the tab's store.
const WAITS = [1, 2, 4, 8, 15, 30];
const PATIENCE_MS = 20000;

export class Queue {
  /** key: of the tab's store. onAnswer(op, answer), onState(state): idle, saving, offline, sign-in, refused. rest(): what else is kept beside the ops. */
  constructor({ address, token, key, onAnswer, onState, rest }) {
    Object.assign(this, { address, token, key, onAnswer, onState, rest, ops: [], tries: 0, isBusy: false, timer: 0, state: "idle" });
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.hurry(); });
  }

  push(op) { this.ops.push(op); this.keep(); this.run(); }
  first(op) { this.ops.unshift(op); this.keep(); this.run(); }
  hurry() { clearTimeout(this.timer); this.timer = 0; this.tries = 0; this.run(); }

  /** Whoever signs out takes nothing along and leaves nothing behind. */
  leave() { this.isLeft = true; this.ops = []; clearTimeout(this.timer); }

  keep() {
    if (this.isLeft) return;
    const kept = { ops: this.ops, ...this.rest() };
    try {
      if (Object.values(kept).some((one) => one.length)) sessionStorage.setItem(this.key, JSON.stringify(kept));
      else sessionStorage.removeItem(this.key);
    } catch { /* the store is full or forbidden; memory still holds it */ }
  }

  static kept(key) {
    try { return JSON.parse(sessionStorage.getItem(key)) ?? {}; } catch { return {}; }
  }

  say(state) { this.state = state; this.onState(state); }

  async run() {
    if (this.isLeft || this.isBusy || this.timer || !this.ops.length) { if (!this.ops.length && !this.isBusy) this.say("idle"); return; }
    const [{ changes, made, removed }] = this.ops;
    if (!changes.length && !made.length && !removed.length) { this.ops.shift(); this.keep(); return this.run(); } // overtaken
    this.isBusy = true;
    if (this.state !== "offline") this.say("saving");
    const op = this.ops[0];
    const answer = await this.send(op);
    this.isBusy = false;
    if (answer.state === "later") return this.wait();
    if (answer.state === "sign-in" || answer.state === "stopped") return this.say(answer.state);
    if (this.isLeft) return;
    this.tries = 0;
    this.ops.shift();
    this.onAnswer(op, answer);
    this.keep();
    this.run();
  }

  wait() {
    const seconds = WAITS[Math.min(this.tries, WAITS.length - 1)];
    this.tries += 1;
    this.timer = setTimeout(() => { this.timer = 0; this.run(); }, seconds * 1000 * (0.8 + 0.4 * Math.random()));
    this.say("offline");
  }

  /** {state: done | refused | later | sign-in | stopped}. A server that says no for good stops the queue: nothing typed is thrown away. */
  async send({ op, changes, made = [], removed = [] }) {
    try {
      const answer = await fetch(this.address, {
        method: "POST", redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token }, body: JSON.stringify({ op, changes, made, removed }),
      });
      if (answer.type === "opaqueredirect") return { state: "sign-in" };
      if (answer.status === 413) return { state: "refused", refused: [], isTooLarge: true };
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { state: "later" };
      if (!answer.ok) return { state: "stopped" };
      return await answer.json();
    } catch {
      return { state: "later" };
    }
  }
}
