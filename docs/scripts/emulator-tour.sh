#!/usr/bin/env bash
# A tour of the emulator with curl alone: sign-up, one-time code, clock, fault.
#
#   emulator-tour.sh http://127.0.0.1:5399     an emulator that runs already
#   emulator-tour.sh keyway-emulator.jar       starts one, and stops it at the end
#
# Every step prints what it saw; the first that goes wrong ends the tour with status 1.
set -euo pipefail

[ $# -eq 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }

started=""
output=""
finish() {
  [ -z "$started" ] || kill "$started" 2>/dev/null || true
  [ -z "$output" ] || rm -f "$output"
}
trap finish EXIT

if [ -f "$1" ]; then
  output=$(mktemp)
  java -jar "$1" --port 0 --json > "$output" &
  started=$!
  until grep -q '"url"' "$output"; do
    kill -0 "$started" || { echo "The emulator did not start" >&2; exit 1; }
    sleep 0.1
  done
  emulator=$(grep -o '"url":"[^"]*"' "$output" | cut -d'"' -f4)
else
  emulator=${1%/}
fi
api="$emulator/_emulator"

say() { printf '%s\n' "$*"; }

# The first text of that name in the JSON on standard input.
field() { grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }

# expect WANTED SEEN: the status of the last call.
expect() {
  [ "$1" = "$2" ] || { say "expected status $1 but saw $2: $(cat "$answer")" >&2; exit 1; }
}

# post URL JSON [curl options]: keeps the body in $answer and prints the status.
answer=$(mktemp)
trap 'finish; rm -f "$answer"' EXIT
post() {
  local url=$1 json=$2
  shift 2
  curl --silent --show-error --output "$answer" --write-out '%{http_code}' \
    --header 'content-type: application/json' --data "$json" "$@" "$url"
}

# 1. A world of our own: one project on each provider.
expect 201 "$(post "$api/worlds" '{"name":"curl tour"}')"
world="$api/worlds/$(field id < "$answer")"
say "world: $world"
eval "$(curl --silent --fail "$world/connect.env")"

# 2. Sign up at Stack Auth.
stack() {
  post "$KEYWAY_STACK_AUTH_BASE_URL/api/v1$1" "$2" \
    --header 'x-stack-access-type: client' \
    --header "x-stack-project-id: $KEYWAY_STACK_AUTH_PROJECT_ID" \
    --header "x-stack-publishable-client-key: $KEYWAY_STACK_AUTH_PUBLISHABLE_CLIENT_KEY"
}
ada='{"email":"ada@example.com","password":"correct horse battery"}'
expect 200 "$(stack /auth/password/sign-up "$ada")"
say "signed up: user $(field user_id < "$answer")"

# Stack Auth tells of it by webhook, whether anybody receives it or not.
webhook() {
  curl --silent --show-error --fail --get --data 'type=user.created' --data 'timeout=PT10S' \
    "$world/webhooks/await"
}
say "webhook: $(webhook | field type)"

# 3. A one-time code from Stytch, read from the mail.
stytch() {
  post "$KEYWAY_STYTCH_BASE_URL/v1$1" "$2" \
    --user "$KEYWAY_STYTCH_PROJECT_ID:$KEYWAY_STYTCH_SECRET"
}
mail() {
  curl --silent --show-error --fail --get --data-urlencode 'to=ada@example.com' \
    --data 'kind=one_time_code' --data 'timeout=PT10S' "$world/outbox/await"
}
expect 200 "$(stytch /otps/email/login_or_create '{"email":"ada@example.com"}')"
method=$(field email_id < "$answer")
code=$(mail | field code)
say "mailed code: $code"
expect 200 "$(stytch /otps/authenticate "{\"method_id\":\"$method\",\"code\":\"$code\"}")"
say "signed in with it"

# 4. A day later the next code is too old.
expect 200 "$(stytch /otps/email/login_or_create '{"email":"ada@example.com"}')"
code=$(mail | field code)
expect 200 "$(post "$world/clock/advance" '{"by":"P1D"}')"
say "the clock says $(field now < "$answer")"
expect 401 "$(stytch /otps/authenticate "{\"method_id\":\"$method\",\"code\":\"$code\"}")"
say "too late: $(field error_type < "$answer")"

# 5. Stack Auth fails once, on purpose.
expect 201 "$(post "$world/faults" \
  '{"operation":"stackauth.password.sign-in","effect":"respond","status":503,"times":1}')"
expect 503 "$(stack /auth/password/sign-in "$ada")"
say "failed as planned"
expect 200 "$(stack /auth/password/sign-in "$ada")"
say "and works again"

# 6. Done: the world and all that was in it are gone.
curl --silent --fail --request DELETE "$world"
say "deleted the world"
