import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { portFrom } from "../src/config";
import { closeGracefully } from "../src/http/shutdown";

describe("the port", () => {
  it.each([
    [undefined, 3000],
    ["", 3000],
    ["0", 0],
    ["8080", 8080],
    ["65535", 65535],
  ])("is read from PORT=%s as %i", (text, port) => {
    expect(portFrom(text === undefined ? {} : { PORT: text })).toBe(port);
  });

  it.each(["65536", "-1", "80a", " 80", "1e3"])("is refused when PORT=%s", (text) => {
    expect(() => portFrom({ PORT: text })).toThrow(`PORT is "${text}"`);
  });
});

describe("shutting down", () => {
  let release: () => void = () => undefined;
  let server: Server;
  let address: string;
  let arrived: Promise<void>;

  beforeEach(async () => {
    let announce: () => void = () => undefined;
    arrived = new Promise((resolve) => (announce = resolve));
    server = createServer((_request, response) => {
      release = () => response.end("done");
      announce();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  it("lets a running request finish", async () => {
    const answer = fetch(address).then((response) => response.text());
    await arrived;

    const closed = closeGracefully(server, 60_000);
    release();

    await expect(answer).resolves.toBe("done");
    await expect(closed).resolves.toBeUndefined();
  });

  it("cuts a request that outlasts the grace period", async () => {
    const outcome = fetch(address).then(
      () => "answered",
      () => "cut",
    );
    await arrived;

    await closeGracefully(server, 10);

    await expect(outcome).resolves.toBe("cut");
  });

  it("reports a server that was not running", async () => {
    await closeGracefully(server, 10);

    await expect(closeGracefully(server, 10)).rejects.toThrow("Server is not running");
  });
});
