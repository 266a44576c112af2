/**
 * Of the hosts that one host keeps connections to: those to which nothing was on its way, and nothing in the way, when somebody
 * looked, and nothing has happened to the connection since. What is said to ten thousand of them need not look again.
 */
const NONE = new Uint8Array(0);

export class Still {
  private hosts = NONE;
  private obstacles = 0;

  /** `number`: of the host. */
  has(number: number): boolean {
    return this.hosts[number] === 1;
  }

  add(number: number): void {
    if (number >= this.hosts.length) this.grow(number);
    this.hosts[number] = 1;
  }

  delete(number: number): void {
    if (number < this.hosts.length) this.hosts[number] = 0;
  }

  /** Forgets them all if since the last time something was put in somebody's way: the network counts that. */
  keep(obstacles: number): void {
    if (this.obstacles === obstacles) return;
    this.obstacles = obstacles;
    this.hosts.fill(0);
  }

  private grow(number: number): void {
    const { hosts } = this;
    this.hosts = new Uint8Array(2 * (number + 1));
    this.hosts.set(hosts);
  }
}
