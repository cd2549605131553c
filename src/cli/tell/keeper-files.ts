/** For `nst keeper unit`: what systemd starts at boot and starts again after a fault. */
export function systemdUnit(): string {
  return `# A keeper for Next Step Together: save as /etc/systemd/system/nst-keeper.service, then
#   systemctl daemon-reload && systemctl enable --now nst-keeper
# Its address is in: journalctl -u nst-keeper
[Unit]
Description=Keeper for Next Step Together (holds no key)
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=/usr/bin/env nst --data /var/lib/nst-keeper keeper --internet --limit 5GB
# With an address of its own on the internet, others need ask nobody for the way to it: add
#   --listen 0.0.0.0:49799 --at ADDRESS:49799
DynamicUser=yes
StateDirectory=nst-keeper
StateDirectoryMode=0700
Restart=on-failure
RestartSec=10
KillSignal=SIGTERM
TimeoutStopSec=20
NoNewPrivileges=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectSystem=strict
ProtectHome=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
LockPersonality=yes
CapabilityBoundingSet=
UMask=0077

[Install]
WantedBy=multi-user.target
`
}

/** For `nst keeper containerfile`: built in a checkout of this program. */
export const CONTAINERFILE = `# A keeper for Next Step Together. In a checkout of the program:
#   nst keeper containerfile > Containerfile
#   podman build -t nst-keeper .
#   podman run -d --name keeper -v nst-keeper:/data -p 49799:49799/udp -p 49799:49799/tcp nst-keeper --at ADDRESS:49799
# ADDRESS is where others reach this machine; without --at it is found by its key. Its address is in: podman logs keeper
FROM docker.io/library/node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev

FROM docker.io/library/node:24-bookworm-slim
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 49799/udp 49799/tcp
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/bin/nst", "--data", "/data", "keeper", "--internet", "--listen", "0.0.0.0:49799", "--limit", "5GB"]
`

/** For `nst relay unit`. */
export const relayUnit = (): string =>
  asRelay(systemdUnit())
    .replace(/# With an address[^]*?\n(?=DynamicUser)/, '# Behind a router, let this UDP port through to it.\n')
    .replace('keeper --internet --limit 5GB', 'relay --port 49798')

/** For `nst relay containerfile`. */
export const relayFile = (): string =>
  asRelay(CONTAINERFILE)
    .replace(/# ADDRESS is where[^\n]*\n/, '# Its address is in: podman logs relay\n')
    .replace('-p 49799:49799/udp -p 49799:49799/tcp nst-relay --at ADDRESS:49799', '-p 49798:49798/udp nst-relay')
    .replace('EXPOSE 49799/udp 49799/tcp', 'EXPOSE 49798/udp')
    .replace('"keeper", "--internet", "--listen", "0.0.0.0:49799", "--limit", "5GB"', '"relay", "--port", "49798"')

const asRelay = (text: string): string =>
  text
    .replaceAll('A keeper for Next', 'A relay for Next')
    .replaceAll('Keeper for Next', 'Relay for Next')
    .replaceAll('nst-keeper', 'nst-relay')
    .replaceAll('nst keeper', 'nst relay')
    .replaceAll('--name keeper', '--name relay')
