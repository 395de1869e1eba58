# The program alone, 18 MB:
#   docker build -t achievement-ls .
#   docker run --rm -v "$PWD:/work" -u "$(id -u):$(id -g)" achievement-ls check
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETOS TARGETARCH VERSION
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags "-s -w -X main.release=$VERSION" -o /achievement-ls ./cmd/achievement-ls

FROM scratch
COPY --from=build /achievement-ls /achievement-ls
WORKDIR /work
ENTRYPOINT ["/achievement-ls"]
