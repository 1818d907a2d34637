package press.broadsheet.cli;

/**
 * How a machine publishes a paper: what it is told, in the language of each. All of them keep {@code .broadsheet/} and
 * {@code public/} between runs, so that a run makes and sends only what changed, and none deploys twice at a time.
 *
 * @param target its name; empty for the only one
 * @param minutes how often they look whether the paper changes by itself
 * @param app a folder, or the address of a zip file
 */
record Workflow(String target, int minutes, String app) {
    /** Where an app that is fetched is put. */
    private static final String FETCHED = ".app";

    /** POSIX: whether the paper changes by itself by now. Nobody knows before there is a timetable. */
    private static final String DUE = """
            due() {
              [ -r .broadsheet/timetable.json ] || return 0
              next=$(sed -n 's/.*"next": *"\\([^"]*\\)".*/\\1/p' .broadsheet/timetable.json | head -n 1)
              now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
              [ -n "$next" ] && [ "$(printf '%s\\n%s\\n' "$next" "$now" | sort | head -n 1)" = "$next" ]
            }
            """;

    private boolean isFetched() {
        return app.startsWith("https://") || app.startsWith("http://");
    }

    private String program() {
        String folder = isFetched() ? FETCHED : app;
        return (folder.startsWith("/") || folder.startsWith(".") ? folder : "./" + folder) + "/bin/broadsheet";
    }

    private String deploy() {
        return program() + " deploy" + (target.isEmpty() ? "" : " " + target) + " --yes";
    }

    /** A JDK can unpack its own kind of archive, which is a zip file. */
    private String fetch() {
        return "mkdir -p " + FETCHED + " && cd " + FETCHED + " && curl -fsSL -o app.zip " + app
                + " && jar xf app.zip && chmod +x bin/broadsheet";
    }

    private static String indented(String text, int spaces) {
        return text.indent(spaces);
    }

    String github() {
        String fetching = isFetched() ? "      - run: " + fetch() + "\n" : "";
        return """
                # Builds and deploys the paper at every push, and when it changes by itself: an embargo ends, a piece expires.
                # Secrets of the target: name them below "env" of the last step, as in  KEY: ${{ secrets.KEY }}
                name: Publish the paper
                on:
                  push:
                    branches: [main]
                  schedule:
                    - cron: "*/%1$d * * * *"
                  workflow_dispatch:
                concurrency:
                  group: publish-the-paper
                  cancel-in-progress: false
                permissions:
                  contents: write
                jobs:
                  publish:
                    runs-on: ubuntu-latest
                    timeout-minutes: 60
                    steps:
                      - uses: actions/checkout@v4
                      - uses: actions/setup-java@v4
                        with:
                          distribution: temurin
                          java-version: "21"
                      - uses: actions/cache/restore@v4
                        with:
                          path: |
                            .broadsheet
                            public
                          key: paper-${{ github.run_id }}
                          restore-keys: paper-
                %2$s      - id: due
                        run: |
                %3$s          if [ "${{ github.event_name }}" != schedule ] || due; then
                            echo "now=yes" >> "$GITHUB_OUTPUT"
                          fi
                      - if: steps.due.outputs.now == 'yes'
                        run: %4$s
                        env: {}
                      - if: steps.due.outputs.now == 'yes'
                        uses: actions/cache/save@v4
                        with:
                          path: |
                            .broadsheet
                            public
                          key: paper-${{ github.run_id }}
                """.formatted(minutes, fetching, indented(DUE, 10), deploy());
    }

    String gitlab() {
        String fetching = isFetched() ? "    - (" + fetch() + ")\n" : "";
        return """
                # Builds and deploys the paper at every push, and when it changes by itself: an embargo ends, a piece expires.
                # For the latter, add a schedule with  */%1$d * * * *  (Build > Pipeline schedules).
                # Secrets of the target are variables (Settings > CI/CD > Variables).
                publish:
                  image: eclipse-temurin:21
                  resource_group: publish-the-paper
                  rules:
                    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
                  cache:
                    key: paper
                    paths:
                      - .broadsheet/
                      - public/
                  script:
                %2$s    - |
                %3$s      if [ "$CI_PIPELINE_SOURCE" = schedule ] && ! due; then
                        echo "Nothing is due."
                        exit 0
                      fi
                      %4$s
                """.formatted(minutes, fetching, indented(DUE, 6), deploy());
    }

    String cron() {
        String fetching = isFetched() ? "[ -x " + program() + " ] || (" + fetch() + ")\n" : "";
        return """
                #!/bin/sh
                # Publishes the paper in whose folder it stands: when its files have changed, and when it changes by itself: an
                # embargo ends, a piece expires. It looks, and mostly does nothing; so let cron start it every minute:
                #
                #   * * * * * /srv/paper/publish.sh
                #
                # Secrets of the target stand in the crontab's environment, or in a file that only you can read.
                set -eu
                cd "$(dirname "$0")"
                mkdir -p .broadsheet

                # One at a time; the lock ends with the process, however that ends.
                exec 9>.broadsheet/publish.lock
                flock -n 9 || exit 0

                # Where the paper comes from a repository, its newest state.
                if [ -d .git ] && git rev-parse --abbrev-ref '@{u}' >/dev/null 2>&1; then
                  git pull --quiet --ff-only
                fi

                %1$s%2$s
                changed() {
                  [ -e .broadsheet/published ] || return 0
                  for folder in content templates; do
                    [ -d "$folder" ] || continue
                    # A folder is newer, too, if something in it was deleted.
                    [ -z "$(find "$folder" -newer .broadsheet/published | head -n 1)" ] || return 0
                  done
                  # Without a timetable, at least so often.
                  [ ! -r .broadsheet/timetable.json ] && [ -n "$(find .broadsheet/published -mmin +%3$d)" ]
                }

                if changed || { [ -r .broadsheet/timetable.json ] && due; }; then
                  # What changes from now on is for the next time.
                  touch .broadsheet/publishing
                  %4$s --quiet
                  mv .broadsheet/publishing .broadsheet/published
                fi
                """.formatted(fetching, DUE, minutes, deploy());
    }
}
