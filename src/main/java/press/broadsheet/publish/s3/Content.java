package press.broadsheet.publish.s3;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The bytes of a request. They are read twice, to be signed and to be sent, and never held as a whole.
 *
 * @param length how many there are
 * @param bytes gives them from the beginning, each time anew
 */
record Content(long length, Supplier<InputStream> bytes) {
    static final Content NONE = of(new byte[0]);

    static Content of(byte[] bytes) {
        return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** A piece of a file. */
    static Content of(Path file, long from, long length) {
        return new Content(length, () -> {
            try {
                FileChannel channel = FileChannel.open(file).position(from);
                return new Piece(Channels.newInputStream(channel), length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    HttpRequest.BodyPublisher publisher() {
        return length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(bytes), length);
    }

    /** So many bytes of a stream, and then its end. */
    private static final class Piece extends FilterInputStream {
        private long left;

        Piece(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
