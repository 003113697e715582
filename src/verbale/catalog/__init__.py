"""Between content and pages: what the archive holds, loaded once and asked by relation; nothing here renders."""
