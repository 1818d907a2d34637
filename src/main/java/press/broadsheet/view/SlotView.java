package press.broadsheet.view;

import java.util.List;

/** A slot of a front. {@code layout} names its template in {@code slots/}; {@code title} and {@code address} are empty if none. */
public record SlotView(String id, String title, String address, String layout, String colour, List<CardView> cards) {}
