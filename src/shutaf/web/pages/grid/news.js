// What others write while this page is open: asked for every few seconds, while somebody looks.
const EVERY_MS = 4000;

export class News {
  constructor({ address, revision, onNews }) {
    Object.assign(this, { address, revision, onNews });
    this.later();
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.ask(); });
  }

  later() { clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), EVERY_MS); }

  async ask() {
    if (document.hidden || this.isAsking) return this.later();
    this.isAsking = true;
    try {
      const answer = await fetch(`${this.address}?since=${this.revision}`, { redirect: "manual", signal: AbortSignal.timeout(15000) });
      if (answer.ok) {
        const news = await answer.json();
        this.revision = news.revision;
        this.onNews(news);
      }
    } catch { /* no connection: what is here stays, and is asked for again */ }
    this.isAsking = false;
    this.later();
  }
}
