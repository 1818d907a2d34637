package press.broadsheet.desk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLongArray;
import press.broadsheet.desk.Notebook.Entry;
import press.broadsheet.news.Language;

/**
 * The entries of a notebook in the order of their numbers, and a table by which a question finds its own. A map would have two
 * objects for each question, and the collector would go through all of them again and again; here one number each is
 * written down beside the entries. Thread-safe; to find one takes no lock.
 */
final class Questions {
    private static final int SMALLEST = 1 << 10;
    private static final long NUMBER = 0xffffffffL;

    /** How many more places than questions the table has at least. */
    private static final int ROOM = 2;

    private volatile Entry[] entries = new Entry[SMALLEST];

    /** In each place 0, or the hash of a question above its number plus one. Whoever sees a number sees its entry, too. */
    private volatile AtomicLongArray table = new AtomicLongArray(ROOM * SMALLEST);

    private final Set<Language> languages = new CopyOnWriteArraySet<>();
    private int size;

    /** Adds what has no question of its own. */
    synchronized int add(Entry entry) {
        int number = size;
        if (number == entries.length) {
            entries = Arrays.copyOf(entries, 2 * number);
        }
        entries[number] = entry;
        size = number + 1;
        return number;
    }

    /** The number of a question; a new one if nobody has asked it before. */
    int number(Language language, Need<?> need) {
        int hash = hash(language, need);
        int known = find(hash, language, need);
        return known >= 0 ? known : add(hash, language, need);
    }

    private synchronized int add(int hash, Language language, Need<?> need) {
        int known = find(hash, language, need);
        return known >= 0 ? known : addAsked(hash, new Entry.Asked(language, need));
    }

    /** Adds what earlier builds noted, in the order of their numbers; to an empty one. */
    synchronized void addAll(List<Entry> known) {
        entries = new Entry[Math.max(SMALLEST, known.size() + known.size() / 8)];
        table = new AtomicLongArray(places(known.size()));
        for (Entry entry : known) {
            if (entry instanceof Entry.Asked asked) {
                addAsked(hash(asked.language(), asked.need()), asked);
            } else {
                add(entry);
            }
        }
    }

    private synchronized int addAsked(int hash, Entry.Asked asked) {
        int number = add(asked);
        languages.add(asked.language());
        if (ROOM * size > table.length()) {
            grow();
        }
        put(table, hash, number);
        return number;
    }

    /** A power of two. */
    private static int places(int questions) {
        return Integer.highestOneBit(Math.max(ROOM * SMALLEST, 2 * ROOM * questions));
    }

    private void grow() {
        var larger = new AtomicLongArray(places(size));
        for (int i = 0; i < table.length(); i++) {
            long place = table.get(i);
            if (place != 0) {
                put(larger, (int) (place >>> 32), numberIn(place));
            }
        }
        table = larger;
    }

    private static void put(AtomicLongArray table, int hash, int number) {
        int mask = table.length() - 1;
        int at = hash & mask;
        while (table.get(at) != 0) {
            at = at + 1 & mask;
        }
        table.setRelease(at, (long) hash << 32 | number + 1);
    }

    private static int numberIn(long place) {
        return (int) (place & NUMBER) - 1;
    }

    /** The numbers under which a question was noted, of whatever edition it was asked. */
    BitSet numbers(Need<?> need) {
        var numbers = new BitSet();
        for (Language language : languages) {
            int number = find(hash(language, need), language, need);
            if (number >= 0) {
                numbers.set(number);
            }
        }
        return numbers;
    }

    /** -1 if nobody has asked it. */
    private int find(int hash, Language language, Need<?> need) {
        AtomicLongArray places = table;
        int mask = places.length() - 1;
        for (int at = hash & mask; ; at = at + 1 & mask) {
            long place = places.getAcquire(at);
            if (place == 0) {
                return -1;
            }
            if ((int) (place >>> 32) == hash && isSame(entries[numberIn(place)], language, need)) {
                return numberIn(place);
            }
        }
    }

    private static boolean isSame(Entry entry, Language language, Need<?> need) {
        return entry instanceof Entry.Asked asked
                && asked.need().getClass() == need.getClass()
                && asked.need().about().equals(need.about())
                && asked.language().equals(language);
    }

    private static int hash(Language language, Need<?> need) {
        int mixed = (31 * language.hashCode() + need.getClass().hashCode()) * 31
                + need.about().hashCode();
        int spread = mixed * 0x9e3779b1;
        return spread ^ spread >>> 15;
    }

    /** All from a number on. */
    synchronized List<Entry> from(int number) {
        return Collections.unmodifiableList(Arrays.asList(Arrays.copyOfRange(entries, number, size)));
    }
}
