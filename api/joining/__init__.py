"""The join: soft evidence beside the official view, per trust."""
