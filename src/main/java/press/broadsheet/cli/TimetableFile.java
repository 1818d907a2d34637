package press.broadsheet.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildReport;
import press.broadsheet.files.WholeFile;
import press.broadsheet.plan.Timetable;
import press.broadsheet.text.JsonWriter;

/** The timetable for other programs: {@code .broadsheet/timetable.json}, beside the paper and never in it. */
final class TimetableFile {
    private TimetableFile() {}

    /** Writes it anew, or not at all if there is no folder for it: a build that wrote nothing. */
    static void write(Path site, Instant moment, BuildReport done) throws IOException {
        Path folder = site.resolve(Build.STATE);
        // A disk without room has been told of; once is enough.
        if (Files.isDirectory(folder) && !Exit.isOfFullDisk(done)) {
            byte[] text = (json(moment, done.timetable()) + "\n").getBytes(StandardCharsets.UTF_8);
            WholeFile.write(folder.resolve("timetable.json"), ByteBuffer.wrap(text));
        }
    }

    /** {@code moment}, {@code next} (empty if nothing changes), and {@code entries} in order. */
    static String json(Instant moment, Timetable timetable) {
        var json = new JsonWriter();
        json.object().member("moment", moment.toString());
        json.member("next", timetable.next().map(Instant::toString).orElse(""));
        json.array("entries");
        for (Timetable.Entry entry : timetable.entries()) {
            json.object()
                    .member("at", entry.at().toString())
                    .member("change", entry.change().id())
                    .member("file", entry.place().file().toString().replace('\\', '/'))
                    .member("edition", entry.language())
                    .end();
        }
        return new String(json.end().end().toBytes(), StandardCharsets.UTF_8);
    }
}
