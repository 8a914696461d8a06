# docker build --build-arg LONGVIEW_SITES=sites.json -t longview .
# docker run --read-only --tmpfs /tmp --cap-drop ALL -p 8080:8080 longview
# A folder that npm run configure has written can be mounted instead: -v FOLDER:/srv/longview/pages:ro
FROM node:20.19-bookworm-slim AS build
WORKDIR /longview
COPY package.json package-lock.json ./
COPY stubs stubs
RUN npm ci --no-audit --no-fund
COPY . .
# The site file is named from the folder that is built. It holds no secret, and Longview has none.
ARG LONGVIEW_SITES
ARG LONGVIEW_BRANDS=
ARG LONGVIEW_HSTS=
# Without git in the image, this names the commit that the pages tell to whoever asks for help.
ARG LONGVIEW_COMMIT=
RUN test -n "$LONGVIEW_SITES" || { echo "Name the site file: --build-arg LONGVIEW_SITES=sites.json" >&2; exit 1; }
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.28-alpine
USER root
WORKDIR /srv/longview
COPY docker/nginx.conf docker/listen.conf ./
COPY --from=build /longview/dist pages/
# The file system of the container can be read-only; nginx writes to /tmp alone.
RUN ln -s /tmp run && chmod -R a+rX,go-w .
USER 101
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 \
    CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/launch.html"]
ENTRYPOINT []
CMD ["nginx", "-p", "/srv/longview", "-c", "/srv/longview/nginx.conf", "-g", "daemon off;"]
