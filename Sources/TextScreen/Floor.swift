// floor
